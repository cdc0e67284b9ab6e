import { maxDepth } from '../bounds';

/** A list in a response that could be the rows. */
export interface ListCandidate {
  selector: string;
  rows: readonly unknown[];
}

interface Place {
  value: unknown;
  selector: string;
  depth: number;
}

/** Values looked at; a response has its rows near the top. */
const maxVisited = 20_000;
const deepestList = 6;

/**
 * The lists of objects in a response, those with the most rows first; then, where there are none, objects keyed by id and
 * lists of plain values. Lists inside rows are not looked for.
 */
export function listCandidates(document: unknown): ListCandidate[] {
  const found: ListCandidate[] = [];
  const waiting: Place[] = [{ value: document, selector: '$', depth: 0 }];
  for (let visited = 0; visited < maxVisited; visited++) {
    const place = waiting.shift();
    if (!place) break;
    const candidate = candidateAt(place);
    if (candidate) found.push(candidate);
    else if (place.depth < Math.min(deepestList, maxDepth)) waiting.push(...membersOf(place));
  }
  return found.sort((a, b) => weight(b) - weight(a));
}

function candidateAt({ value, selector }: Place): ListCandidate | undefined {
  if (Array.isArray(value)) return value.length > 0 ? { selector: `${selector}[*]`, rows: value } : undefined;
  return isObject(value) && isKeyedById(value) ? { selector: `${selector}[*]`, rows: Object.values(value) } : undefined;
}

/** `{"17": {…}, "18": {…}}`: several objects of the same make under names that differ. */
function isKeyedById(value: Record<string, unknown>): boolean {
  const members = Object.values(value);
  if (members.length < 3 || !members.every(isRecord)) return false;
  const [first, ...others] = members.map((member) => new Set(Object.keys(member)));
  return first !== undefined && first.size > 0 && others.every((names) => sharesHalf(first, names));
}

function sharesHalf(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const shared = [...first].filter((name) => second.has(name)).length;
  return shared * 2 >= Math.max(first.size, second.size);
}

function membersOf({ value, selector, depth }: Place): Place[] {
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([, member]) => typeof member === 'object' && member !== null)
    .map(([name, member]) => ({ value: member, selector: selector + nameSelector(name), depth: depth + 1 }));
}

/** Lists of objects before lists of lists before lists of plain values, long ones before short ones. */
function weight({ rows }: ListCandidate): number {
  const sample = rows.slice(0, 100);
  const isMostly = (test: (row: unknown) => boolean) => sample.filter(test).length * 2 > sample.length;
  return (isMostly(isRecord) ? 2e9 : isMostly(isObject) ? 1e9 : 0) + rows.length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

/** The step to a member as RFC 9535 section 2.5.1.1 writes it: shorthand for plain names, else quoted. */
export function nameSelector(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `.${name}`;
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
  return `['${escaped}']`;
}
