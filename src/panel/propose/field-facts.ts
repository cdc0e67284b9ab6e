export type FieldPath = readonly (string | number)[];

/** What all rows together say about one field. */
export interface FieldFacts {
  /** Names that lead from the row to the field; a place for rows that are lists themselves. */
  path: FieldPath;
  /** Rows that have a value there, null not counted. */
  present: number;
  numbers: number;
  booleans: number;
  texts: number;
  /** Lists and objects. */
  nested: number;
  /** The first texts, to tell their kind from. */
  samples: string[];
}

/** Rows looked at for their fields, and texts kept of each field. */
const maxRows = 5000;
const maxSamples = 200;
const maxFields = 500;
/** Levels of objects inside a row whose members become fields of their own. */
const maxLevels = 2;

/** The fields of all rows, in the order they first appear; none for rows that are plain values. */
export function fieldFacts(rows: readonly unknown[]): FieldFacts[] {
  const fields = new Map<string, FieldFacts>();
  for (const row of rows.slice(0, maxRows)) {
    if (Array.isArray(row)) row.forEach((item, index) => noteField(fields, [index], item));
    else if (isRecord(row)) noteMembers(fields, row, []);
  }
  return [...fields.values()];
}

/** What rows that are plain values themselves say, under an empty path. */
export function rowFacts(rows: readonly unknown[]): FieldFacts {
  const facts = noFacts([]);
  for (const row of rows.slice(0, maxRows)) note(facts, row);
  return facts;
}

function noteMembers(fields: Map<string, FieldFacts>, value: Record<string, unknown>, path: FieldPath): void {
  for (const [name, member] of Object.entries(value)) {
    const memberPath = [...path, name];
    if (isRecord(member) && memberPath.length < maxLevels) noteMembers(fields, member, memberPath);
    else noteField(fields, memberPath, member);
  }
}

function noteField(fields: Map<string, FieldFacts>, path: FieldPath, value: unknown): void {
  const key = JSON.stringify(path);
  const known = fields.get(key);
  if (!known && fields.size >= maxFields) return;
  const facts = known ?? noFacts(path);
  fields.set(key, facts);
  note(facts, value);
}

function noFacts(path: FieldPath): FieldFacts {
  return { path, present: 0, numbers: 0, booleans: 0, texts: 0, nested: 0, samples: [] };
}

function note(facts: FieldFacts, value: unknown): void {
  if (value === null || value === undefined) return;
  facts.present++;
  if (typeof value === 'number') facts.numbers++;
  else if (typeof value === 'boolean') facts.booleans++;
  else if (typeof value === 'string') noteText(facts, value);
  else facts.nested++;
}

function noteText(facts: FieldFacts, value: string): void {
  facts.texts++;
  if (value !== '' && facts.samples.length < maxSamples) facts.samples.push(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
