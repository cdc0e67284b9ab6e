import type { FilterStep } from '../../shared/contract';
import { Problem } from '../../shared/problem';
import { compileSelector, type Selector } from '../../selectors/selector';
import { rowsByKey } from './rows-by-key';
import { rowsOfColumns } from './rows-of-columns';
import { ownMember } from './read-members';

export interface RowSelection {
  /** The rows a response holds, in document order. */
  rows(document: unknown): readonly unknown[];
  /**
   * Does nothing where each step finds something, or the place that it names is there, be it an empty list or null, or
   * the step may fail, or the response is null as a whole.
   * @throws Problem `selector-matched-nothing`
   */
  requireIn(document: unknown): void;
}

type Step = Omit<FilterStep, 'selector'> & { selector: Selector };

/**
 * The panel's filter steps as a selection of rows; what a step finds is what `$` means to the next one. Without steps the
 * response itself holds the rows. Where a path of names leads to a list, its items are the rows; where it leads to a table
 * written column by column, that table's; all members of one object know the names they stood under.
 * @throws Problem `selector-invalid`
 */
export function rowSelection(filters: readonly FilterStep[]): RowSelection {
  const toCompile = filters.length > 0 ? filters : [{ selector: '$' }];
  const steps = toCompile.map((step): Step => ({ ...step, selector: compileSelector(step.selector) }));
  return {
    rows: (document) => rowsOf(steps, document),
    requireIn: (document) => requireAll(steps, document),
  };
}

function rowsOf(steps: readonly Step[], document: unknown): readonly unknown[] {
  let input = document;
  let found: readonly unknown[] = [];
  steps.forEach((step, index) => {
    found = itemsOf(step.selector, input);
    const next = steps[index + 1];
    if (next) input = inputOf(next, step, input, found);
  });
  return found;
}

function requireAll(steps: readonly Step[], document: unknown): void {
  if (document === null) return;
  let input: unknown = document;
  for (const [index, step] of steps.entries()) {
    const { selector, ignoreOnFail } = step;
    if (foundBy(selector, input).length === 0) {
      if (!ignoreOnFail && selector.isAbsentIn(input) && !isNullAt(selector, input))
        throw matchedNothing(selector.text, index);
      return;
    }
    const next = steps[index + 1];
    if (next) input = inputOf(next, step, input, itemsOf(selector, input));
  }
}

/** All that the selector finds; a list that it names as a whole, as `$.value[*]` does, is not copied. */
function foundBy(selector: Selector, document: unknown): readonly unknown[] {
  const place = selector.placeNames?.reduce(ownMember, document);
  return Array.isArray(place) ? place : selector.select(document);
}

/** An API that has nothing to list may say null. */
function isNullAt({ placeNames }: Selector, document: unknown): boolean {
  return placeNames !== undefined && placeNames.reduce(ownMember, document) === null;
}

function itemsOf(selector: Selector, document: unknown): readonly unknown[] {
  const found = foundBy(selector, document);
  if (selector.placeNames) return rowsByKey(selector.placeNames.reduce(ownMember, document)) ?? found;
  if (selector.names === undefined) return found;
  const [only] = found;
  return Array.isArray(only) ? only : (rowsOfColumns(only) ?? found);
}

/**
 * What `$` means to the next step: the only value found, or the list of all. A step that may find several rows but
 * found one, on a last page say, hands on a list unless the next step selects a member or the value is a list: what
 * filters many rows filters one row too.
 */
function inputOf(next: Step, { selector, resultIsList }: Step, input: unknown, items: readonly unknown[]): unknown {
  if (resultIsList) return items;
  const [only, ...others] = selector.isSingular ? selector.select(input) : items;
  if (only === undefined || others.length > 0) return items;
  if (Array.isArray(only) || next.selector.beginsWithName) return only;
  return selector.isSingular && items[0] === only ? only : items;
}

function matchedNothing(selector: string, index: number): Problem {
  const message =
    index === 0
      ? `The rows selector ${selector} matched nothing in the response.`
      : `Filter step ${index + 1}, ${selector}, matched nothing in the result of step ${index}.`;
  return new Problem('selector-matched-nothing', message, {
    readerMessage: 'The response has no rows where this panel looks for them.',
    remedy: 'An admin can change it in the panel.',
  });
}
