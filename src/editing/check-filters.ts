import { unfolding } from '../panel/shape/unfold';
import type { FilterStep } from '../shared/contract';
import { type FieldError, Problem } from '../shared/problem';

/** The broken rules of what filter steps do besides selecting, by field; empty if they can be run. */
export function checkFilters(filters: readonly FilterStep[]): FieldError[] {
  if (filters.length === 0) return [{ path: 'filters', message: 'Add a rows selector.' }];
  return filters.flatMap(({ unfold = '' }, index) => {
    const message = unfold.trim() === '' ? undefined : refusalOf(unfold);
    return message === undefined ? [] : [{ path: `filters.${index}.unfold`, message }];
  });
}

function refusalOf(unfold: string): string | undefined {
  try {
    unfolding(unfold, undefined);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.what;
    throw error;
  }
}
