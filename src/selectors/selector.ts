import { JSONPathEnvironment, JSONPathError, type JSONPathQuery, jsonpath } from 'json-p3';
import { Problem } from '../shared/problem';
import { isElement } from '../xml-element';
import { EvaluationBudget } from './evaluation-budget';
import { isContainer } from './comparison';
import { compileQuery, isDescendant, selectsItems } from './query';
import { selectorProblem } from './selector-problem';

/** Longest selector text. */
export const maxSelectorLength = 4000;

/** All members or entries, as `*` says. */
export const allEntries = Symbol('*');

/** A member's name, the number of an entry, or all there are. */
export type PathStep = string | number | typeof allEntries;

export interface Selector {
  text: string;
  /** The member names of a selector such as `$.a['b']`, which selects at most one value by names alone. */
  names: readonly string[] | undefined;
  /** The member names before the end of a selector such as `$.a[*]`, which selects all that stands in one place. */
  placeNames: readonly string[] | undefined;
  /** The steps that it begins with, up to the first that is more than a name, a number or a `*`. */
  path: readonly PathStep[];
  /** Whether it selects at most one value in any document (singular query, RFC 9535 section 2.3.5.1). */
  isSingular: boolean;
  /** Whether it begins with a name, as `$.a` does, and so finds something in objects only. */
  beginsWithName: boolean;
  /**
   * All selected values, in document order; empty where it matches nothing. A budget may span several calls.
   * @throws Problem `selector-invalid` when the budget is spent, `response-unreadable` for nesting beyond 200 levels
   */
  select(document: unknown, budget?: EvaluationBudget): readonly unknown[];
  /** The lists and objects whose entries it selects; absent where it does not end in `[*]`. Spends as `select` does. */
  places?: (document: unknown, budget?: EvaluationBudget) => readonly unknown[];
  /**
   * Whether the document lacks the place the selector names, as against having an empty list there. In XML a list without
   * items leaves no trace but its parent.
   */
  isAbsentIn(document: unknown): boolean;
}

const environment = new JSONPathEnvironment();

/**
 * The selector that the text (JSONPath, RFC 9535) describes.
 * @throws Problem `selector-invalid` with the place of the error in a plain sentence
 */
export function compileSelector(text: string): Selector {
  if (text.length > maxSelectorLength) throw tooLong(text);
  const parsed = parse(text);
  const query = compileQuery(parsed.segments);
  const list = compileQuery(parsed.segments.slice(0, -1));
  const last = parsed.segments.at(-1);
  const endsInList = last !== undefined && selectsItems(last);
  const endsInAll = isWildcard(last);
  const parent = compileQuery(parsed.segments.slice(0, endsInList ? -2 : -1));
  const start = (document: unknown, budget = new EvaluationBudget(text)) => ({ root: document, budget });
  return {
    text,
    names: memberNames(parsed.segments),
    placeNames: endsInAll ? memberNames(parsed.segments.slice(0, -1)) : undefined,
    path: leadingPath(parsed.segments),
    isSingular: parsed.segments.every(selectsOneAtMost),
    beginsWithName: onlyNames(parsed.segments[0]),
    select: (document, budget) => query(document, start(document, budget)),
    ...(endsInAll && { places: (document, budget) => list(document, start(document, budget)) }),
    isAbsentIn: (document) =>
      isElement(document)
        ? !parent(document, start(document)).some(isInXml)
        : !(endsInList && list(document, start(document)).some(isContainer)),
  };
}

function parse(text: string): JSONPathQuery {
  try {
    return environment.compile(text);
  } catch (error) {
    if (error instanceof JSONPathError) throw selectorProblem(text, error);
    if (error instanceof RangeError) throw new Problem('selector-invalid', 'The selector has too many nested parts.');
    throw error;
  }
}

function tooLong(text: string): Problem {
  const message = `The selector has ${text.length} characters; the maximum is ${maxSelectorLength}.`;
  return new Problem('selector-invalid', message);
}

function memberNames(segments: readonly jsonpath.JSONPathSegment[]): string[] | undefined {
  const names = segments.map(onlyName);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function leadingPath(segments: readonly jsonpath.JSONPathSegment[]): PathStep[] {
  const steps = segments.map(stepOf);
  const end = steps.indexOf(undefined);
  return steps.slice(0, end < 0 ? undefined : end).filter((step) => step !== undefined);
}

function stepOf(segment: jsonpath.JSONPathSegment): PathStep | undefined {
  const [selector, ...others] = segment.selectors;
  if (others.length > 0 || isDescendant(segment)) return undefined;
  if (selector instanceof jsonpath.selectors.NameSelector) return selector.name;
  if (selector instanceof jsonpath.selectors.IndexSelector) return selector.index;
  return selector instanceof jsonpath.selectors.WildcardSelector ? allEntries : undefined;
}

function selectsOneAtMost(segment: jsonpath.JSONPathSegment): boolean {
  const [selector, ...others] = segment.selectors;
  const { NameSelector, IndexSelector } = jsonpath.selectors;
  const isOne = selector instanceof NameSelector || selector instanceof IndexSelector;
  return isOne && others.length === 0 && !isDescendant(segment);
}

function onlyNames(segment: jsonpath.JSONPathSegment | undefined): boolean {
  const isName = (selector: jsonpath.JSONPathSelector) => selector instanceof jsonpath.selectors.NameSelector;
  return segment !== undefined && !isDescendant(segment) && segment.selectors.every(isName);
}

function isWildcard(last: jsonpath.JSONPathSegment | undefined): boolean {
  const [selector, ...others] = last?.selectors ?? [];
  const isOnly = others.length === 0 && selector instanceof jsonpath.selectors.WildcardSelector;
  return last !== undefined && isOnly && !isDescendant(last);
}

/** An element without children is an empty text. */
const isInXml = (value: unknown) => isElement(value) || value === '';

function onlyName(segment: jsonpath.JSONPathSegment): string | undefined {
  const [selector, ...others] = segment.selectors;
  const isName = others.length === 0 && selector instanceof jsonpath.selectors.NameSelector;
  return isName && !isDescendant(segment) ? selector.name : undefined;
}
