import type { ColumnSettings, FilterStep } from '../../shared/contract';
import { isElement } from '../../xml-element';
import { Problem } from '../../shared/problem';
import { isObject } from '../../shared/row-shapes/json-object';
import { compileSelector, type Selector } from '../../selectors/selector';
import { firstNames } from './find-values';
import { frameSelectors } from './frame-columns';
import { itemsOfPlace } from './items-of-place';
import { ownMember } from './read-members';
import { isAround, valueOfRow } from './row-around-value';
import { cubeValues, rowsOfCube } from './rows-of-cube';
import { rowsOfColumns } from './rows-of-columns';
import { type Unfold, unfolding } from './unfold';

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

type Step = Omit<FilterStep, 'selector' | 'unfold'> & {
  selector: Selector;
  unfold?: Unfold;
  /** Of the last step: what columns read of its rows, as far as known. */
  read?: readonly string[];
};

/**
 * The panel's filter steps as a selection of rows; what a step finds is what `$` means to the next one. Without steps the
 * response itself holds the rows. Where a path of names leads to a list, its items are the rows; where it leads to a table
 * written column by column or by dimensions, that table's; all members of one object know the names they stood under,
 * unless the object has itself what the columns read, which makes it the only row.
 * @throws Problem `selector-invalid`
 */
export function rowSelection(filters: readonly FilterStep[], columns?: readonly ColumnSettings[]): RowSelection {
  const wanted = filters.length > 0 ? filters : [{ selector: '$' }];
  const readers = columns && frameSelectors(columns).map(compileSelector);
  const steps = wanted.map(({ unfold, selector, ...step }, index): Step => {
    const read = index === wanted.length - 1 ? readers : undefined;
    const compiled = { ...step, selector: compileSelector(selector) };
    if (unfold === undefined || unfold.trim() === '') return { ...compiled, read: read && firstNames(read) };
    return { ...compiled, unfold: unfolding(unfold, read) };
  });
  return {
    rows: (document) => rowsOf(steps, document),
    requireIn: (document) => requireAll(steps, document),
  };
}

function rowsOf(steps: readonly Step[], document: unknown): readonly unknown[] {
  let input = document;
  let found: readonly unknown[] = [];
  steps.forEach((step, index) => {
    found = itemsOf(step, input);
    const next = steps[index + 1];
    if (next) input = inputOf(next, step, input, found);
  });
  return found;
}

function requireAll(steps: readonly Step[], document: unknown): void {
  if (document === null) return;
  let input: unknown = document;
  for (const [index, step] of steps.entries()) {
    const { selector } = step;
    if (foundBy(selector, input).length === 0) {
      if (isMissing(step, input)) throw matchedNothing(selector.text, index);
      return;
    }
    const next = steps[index + 1];
    if (next) input = inputOf(next, step, input, itemsOf(step, input));
  }
}

function isMissing({ selector, ignoreOnFail, beside = [] }: Step, input: unknown): boolean {
  if (ignoreOnFail || !selector.isAbsentIn(input) || isNullAt(selector, input)) return false;
  return !isLeftOut(selector, beside, input);
}

/** An API that has nothing to list may leave the list out; what used to stand beside it is there. */
function isLeftOut({ path }: Selector, beside: readonly string[], document: unknown): boolean {
  const end = path.findIndex((step) => typeof step !== 'string');
  const names = path.slice(0, end < 0 ? undefined : end).map(String);
  if (names.length === 0) return false;
  const parent = names.slice(0, -1).reduce(ownMember, document);
  if (!isObject(parent) || isElement(parent)) return false;
  return beside.some((name) => Object.hasOwn(parent, name));
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

function itemsOf({ selector, unfold, read }: Step, document: unknown): readonly unknown[] {
  const found = rowsOfCubeAt(selector, document) ?? entriesAt(selector, document, read) ?? rowsAt(selector, document);
  return unfold ? unfold(found) : found;
}

/** The values of a cube lie under one name, with what tells their places beside them. */
function rowsOfCubeAt({ names, placeNames }: Selector, document: unknown): readonly unknown[] | undefined {
  const path = placeNames ?? names;
  return path?.at(-1) === cubeValues ? rowsOfCube(path.slice(0, -1).reduce(ownMember, document)) : undefined;
}

function entriesAt(selector: Selector, document: unknown, read: Step['read']): readonly unknown[] | undefined {
  const places = selector.placeNames ? [selector.placeNames.reduce(ownMember, document)] : selector.places?.(document);
  if (!places?.some(isObject) || places.some(isElement)) return undefined;
  const [place] = places;
  return places.length === 1 ? itemsOfPlace(place, read) : places.flatMap((each) => itemsOfPlace(each, read));
}

function rowsAt(selector: Selector, document: unknown): readonly unknown[] {
  const found = foundBy(selector, document);
  if (selector.names === undefined) return found;
  const [only] = found;
  return Array.isArray(only) ? only : (rowsOfColumns(only) ?? found);
}

/**
 * What `$` means to the next step: the only value found, or the list of all. A step that may find several rows but found
 * one, on a last page say, hands on a list unless the next step selects a member or the value is a list: what filters
 * many rows filters one row too.
 */
function inputOf(next: Step, step: Step, input: unknown, found: readonly unknown[]): unknown {
  const { selector, resultIsList, unfold } = step;
  const items = found.some(isAround) ? found.map(valueOfRow) : found;
  if (resultIsList) return items;
  const [only, ...others] = selector.isSingular && !unfold ? selector.select(input) : items;
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
    remedy: 'An admin can change it in the panel.',
  });
}
