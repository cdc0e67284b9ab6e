import type { AggregateFunction } from '../../../../src/shared/contract';

/** What people call the ways to sum up a column. */
const aggregateNames: Record<AggregateFunction, string> = {
  count: 'Count',
  sum: 'Sum',
  average: 'Average',
  min: 'Smallest',
  max: 'Largest',
};

/** The ways to sum up a column, to choose from. */
export const aggregateChoices = Object.entries(aggregateNames).map(([value, label]) => ({
  value: value as AggregateFunction,
  label,
}));
