import { Problem } from '../shared/problem';

/**
 * What the values of one response may take together, each counted as about 32 bytes: 200,000 objects of 20 members fit, and
 * so do body, text and values side by side into the 512 MB of a function.
 */
export const maxResponseValues = 5_500_000;

/** The problem of a body that is short enough, but made of more values than a function has memory for. */
export function tooManyValues(dataSourceName: string): Problem {
  const message = `${dataSourceName} returned more values than the app has memory for.`;
  return new Problem('response-too-large', message, { remedy: 'An admin can request fewer fields or rows.' });
}

/** Counts what a parser finds while it reads. */
export class ValueBudget {
  private spent = 0;

  constructor(private readonly dataSourceName: string) {}

  /** @throws Problem `response-too-large` once there are more values than a function has memory for */
  spend(values: number): void {
    this.spent += values;
    if (this.spent > maxResponseValues) throw tooManyValues(this.dataSourceName);
  }
}
