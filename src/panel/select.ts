import type { FilterStep } from '../contract';
import { Problem } from '../problem';
import { compileSelector, type Selector } from '../selectors/selector';
import { rowsOfColumns } from './parallel-lists';

export interface RowSelection {
  /** The rows a response holds, in document order. */
  rows(document: unknown): readonly unknown[];
  /**
   * Does nothing where the response has the place that the first step names, be it an empty list.
   * @throws Problem `selector-matched-nothing`
   */
  requireIn(document: unknown): void;
}

/**
 * The panel's filter steps as a selection of rows; each step is asked of the list of what the one before it found.
 * Without steps the response itself holds the rows. Where a path of names leads to a list, its items are the rows; where
 * it leads to a table written column by column, that table's.
 * @throws Problem `selector-invalid`
 */
export function rowSelection(filters: readonly FilterStep[]): RowSelection {
  const steps = filters.length > 0 ? filters : [{ selector: '$' }];
  const [first, ...later] = steps.map(({ selector }) => compileSelector(selector));
  if (!first) throw new Error('a selection of rows has at least one step');
  return {
    rows: (document) => later.reduce((found, step) => itemsOf(step, found), itemsOf(first, document)),
    requireIn(document) {
      if (first.select(document).length === 0 && first.isAbsentIn(document)) throw matchedNothing(first.text);
    },
  };
}

function itemsOf(selector: Selector, document: unknown): readonly unknown[] {
  const found = selector.select(document);
  if (selector.names === undefined) return found;
  const [only] = found;
  return Array.isArray(only) ? only : (rowsOfColumns(only) ?? found);
}

function matchedNothing(selector: string): Problem {
  const message = `The rows selector ${selector} matched nothing in the response. An admin can change it in the panel.`;
  return new Problem('selector-matched-nothing', message);
}
