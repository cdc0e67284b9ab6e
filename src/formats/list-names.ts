import { JSONPathEnvironment, JSONPathError, jsonpath } from 'json-p3';

const { NameSelector } = jsonpath.selectors;
const environment = new JSONPathEnvironment();

/**
 * Names of the XML elements that are lists even where one stands alone, because a selector says so: each name that an
 * index, a slice, a filter or a wildcard follows, and the last name of a rows selector made of names alone. With
 * `$.feed.entry` or `$.feed.entry[*]` for the rows, a feed of one entry has one row. What is no selector names nothing.
 */
export function listNames(rowsSelectors: readonly string[], otherSelectors: readonly string[] = []): Set<string> {
  return new Set([
    ...[...rowsSelectors, ...otherSelectors].flatMap(namesBeforeItems),
    ...rowsSelectors.flatMap(lastName),
  ]);
}

function lastName(rowsSelector: string): string[] {
  const path = segmentsOf(rowsSelector).map(onlyName);
  const last = path.at(-1);
  return last !== undefined && path.every((name) => name !== undefined) ? [last] : [];
}

function namesBeforeItems(selector: string): string[] {
  const segments = segmentsOf(selector);
  return segments.flatMap((segment, index) => {
    const name = onlyName(segment);
    const next = segments[index + 1];
    return name !== undefined && next !== undefined && selectsItems(next) ? [name] : [];
  });
}

function selectsItems(segment: jsonpath.JSONPathSegment): boolean {
  return !segment.toString().startsWith('..') && segment.selectors.some((each) => !(each instanceof NameSelector));
}

function onlyName(segment: jsonpath.JSONPathSegment): string | undefined {
  const [selector, ...others] = segment.selectors;
  return selector instanceof NameSelector && others.length === 0 ? selector.name : undefined;
}

function segmentsOf(selector: string): readonly jsonpath.JSONPathSegment[] {
  try {
    return environment.compile(selector).segments;
  } catch (error) {
    if (error instanceof JSONPathError || error instanceof RangeError) return [];
    throw error;
  }
}
