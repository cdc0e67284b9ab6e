export type FieldPath = readonly (string | number)[];

/** What all rows together say about one field. */
export interface FieldFacts {
  /** Names that lead from the row to the field; a place for rows that are lists themselves. */
  path: FieldPath;
  /** Rows that have a value there, null not counted. */
  present: number;
  numbers: number;
  /** Of the numbers, the smallest and the largest, and how many have decimals. */
  least: number;
  most: number;
  fractions: number;
  booleans: number;
  texts: number;
  lists: number;
  objects: number;
  /** All texts that are not empty, to tell their kind from. */
  samples: string[];
  /** Different texts, no more than are few. */
  distinct: Set<string>;
  /** The first entries of lists. */
  entries: unknown[];
  /** What the objects hold, by name, or the lists by place where those are cells; other lists are not looked into. */
  members: Map<string | number, FieldFacts>;
}

/** Entries of lists that are looked at. */
const maxEntries = 200;
/** More different texts than this are not few. */
export const maxDistinct = 12;
/** Fields counted in all; rows may have names that are data. */
const maxFields = 1000;
/** Levels of objects inside a row whose members are looked at. */
const maxLevels = 3;

/**
 * What all rows say, as one field with the rows' own fields for its members, in the order they first appear. `cells` lead
 * to the lists whose places are fields: the rows themselves, or lists inside them.
 */
export function rowFacts(rows: readonly unknown[], cells: readonly FieldPath[] = [[]]): FieldFacts {
  const count = { fields: 0, cells };
  const facts = noFacts([]);
  for (const row of rows) note(facts, row, count);
  return facts;
}

interface Count {
  fields: number;
  cells: readonly FieldPath[];
}

function noteCells(facts: FieldFacts, row: readonly unknown[], count: Count): void {
  facts.lists++;
  for (let place = 0; place < row.length; place++) noteMember(facts, place, row[place], count);
}

function noteMember(facts: FieldFacts, name: string | number, value: unknown, count: Count): void {
  let member = facts.members.get(name);
  if (!member) {
    if (count.fields >= maxFields) return;
    count.fields++;
    facts.members.set(name, (member = noFacts([...facts.path, name])));
  }
  note(member, value, count);
}

function noFacts(path: FieldPath): FieldFacts {
  const counts = { present: 0, numbers: 0, fractions: 0, booleans: 0, texts: 0, lists: 0, objects: 0 };
  const found = { samples: [], distinct: new Set<string>(), entries: [], members: new Map<string, FieldFacts>() };
  return { path, ...counts, least: Infinity, most: -Infinity, ...found };
}

function note(facts: FieldFacts, value: unknown, count: Count): void {
  if (value === null || value === undefined) return;
  facts.present++;
  if (typeof value === 'string') noteText(facts, value);
  else if (typeof value === 'number') noteNumber(facts, value);
  else if (typeof value === 'boolean') facts.booleans++;
  else if (Array.isArray(value)) {
    if (count.cells.some((cells) => isSamePath(facts.path, cells))) noteCells(facts, value, count);
    else noteList(facts, value);
  } else noteObject(facts, value as Readonly<Record<string, unknown>>, count);
}

const isSamePath = (path: FieldPath, other: FieldPath) =>
  path.length === other.length && path.every((step, at) => step === other[at]);

function noteText(facts: FieldFacts, value: string): void {
  facts.texts++;
  if (value === '') return;
  facts.samples.push(value);
  if (facts.distinct.size <= maxDistinct) facts.distinct.add(value);
}

function noteNumber(facts: FieldFacts, value: number): void {
  facts.numbers++;
  if (!Number.isInteger(value)) facts.fractions++;
  if (value < facts.least) facts.least = value;
  if (value > facts.most) facts.most = value;
}

function noteList(facts: FieldFacts, value: readonly unknown[]): void {
  facts.lists++;
  for (let at = 0; at < value.length && facts.entries.length < maxEntries; at++) facts.entries.push(value[at]);
}

function noteObject(facts: FieldFacts, value: Readonly<Record<string, unknown>>, count: Count): void {
  facts.objects++;
  if (facts.path.length >= maxLevels) return;
  for (const name of Object.keys(value)) noteMember(facts, name, value[name], count);
}
