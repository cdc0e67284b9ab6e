import type { ColumnSettings } from '../../shared/contract';
import { isElement } from '../../xml-element';
import { type FieldFacts, type FieldPath, rowFacts } from './field-facts';
import type { CellList } from './cells-of';
import { isSelectable, nameSelector } from './name-selector';
import { objectKind } from './object-kind';
import { proposeLabels } from './propose-label';
import { certainSign, type DecimalSign } from './number-texts';
import { proposeType } from './propose-type';
import { valuesOfFields } from './few-values';
import { isAnnotation, isKindOfValue, isOfProtocol, isOnlyLinks } from './protocol-fields';

/** More columns than this are no table to read; the rest can be added by hand. */
const maxProposed = 40;
/** Levels of objects inside a row whose members become columns of their own. */
const usualLevels = 2;

/** A field that becomes a column, with the object that holds it. */
interface Field {
  facts: FieldFacts & { name?: string };
  parent?: FieldFacts;
}

/** The rows that columns are proposed for. */
export interface ProposedRows {
  rows: readonly unknown[];
  /** The lists whose places are fields. */
  cells: readonly CellList[];
  /** What stands before decimals, as the response as a whole speaks for it. */
  likelySign?: DecimalSign;
}

/**
 * Columns for the rows, the values of those that have few, and how many fields there are: the union of the fields of all rows, plain values before nested ones,
 * those before ids and links that only machines read, and what is empty last; types as the values have them. Rows that are
 * plain values get one column; without rows there is none.
 */
export function proposeColumns({ rows, cells, likelySign }: ProposedRows): {
  columns: ColumnSettings[];
  values: Record<string, string[]>;
  fields: number;
} {
  const row = rowFacts(
    rows,
    cells.map(({ at }) => at),
  );
  const isXml = rows.some(isElement);
  const all = openedFields(row, cells[0]?.at ?? []).filter(
    ({ facts: { path } }) => (isXml || !isAnnotation(path)) && isNameable(path),
  );
  const fields = inOrder(all.filter((field) => !isAboutOthers(field) && !namesCells(field.facts, cells)));
  if (fields.length === 0)
    return { columns: rows.length > 0 ? [column({ facts: row }, 'Value', likelySign)] : [], values: {}, fields: 1 };
  const sign = signOf(fields) ?? likelySign;
  const labels = proposeLabels(fields.map(({ facts }) => facts.path));
  const columns = fields.slice(0, maxProposed).map((field, at) => {
    const heading = headingOf(field.facts.path, cells);
    return heading === undefined
      ? column(field, labels[at] ?? '', sign)
      : column(calledBy(heading, field), heading, sign);
  });
  const values = valuesOfFields(columns.map(({ selector }, at) => ({ selector, facts: fields[at]?.facts ?? row })));
  return { columns, values, fields: all.length };
}

/** Whether it is there for programs, or for the value beside it. */
function isAboutOthers({ facts, parent }: Field): boolean {
  return isOfProtocol(facts.path) || (parent !== undefined && isKindOfValue(facts, parent));
}

/** The most useful first. */
function inOrder(fields: readonly Field[]): Field[] {
  const rank = ({ facts, parent }: Field): number => {
    if (facts.present === 0) return 4;
    if (isOnlyLinks(facts) || (parent && isOnlyLinks(parent))) return 3;
    if (isGuid(facts) || isCursor(facts)) return 2;
    return isNested(facts) ? 1 : 0;
  };
  const ranked = fields.map((field) => ({ field, rank: rank(field) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ field }) => field);
}

/** The sign before decimals that some fields can only be read with, where no other field has the other one. */
function signOf(fields: readonly Field[]): DecimalSign | undefined {
  const signs = new Set(
    fields.map(({ facts: { samples } }) => certainSign(samples)).filter((sign) => sign !== undefined),
  );
  const [only] = signs;
  return signs.size === 1 ? only : undefined;
}

/** The fields of a row; one level deeper where most of its values are, such as those below `propstat.prop` of a list of files. */
function openedFields(row: FieldFacts, cells: readonly string[]): Field[] {
  const near = fieldsOf(row, cells, usualLevels);
  const deep = fieldsOf(row, cells, usualLevels + 1);
  return valuesAmong(deep) > 2 * valuesAmong(near) ? deep : near;
}

const valuesAmong = (fields: readonly Field[]) =>
  fields.filter(({ facts }) => facts.present > 0 && !isNested(facts)).length;

/** Members of objects inside a row take the object's place, unless the object itself says who or what it is. */
function fieldsOf(parent: FieldFacts, cells: readonly string[], levels: number): Field[] {
  return [...parent.members.values()].flatMap((facts) => {
    const isObject = facts.objects > 0 && facts.objects === facts.present && facts.path.length < levels + cells.length;
    const areCells = facts.lists > 0 && facts.lists === facts.present && facts.members.size > 0;
    return (isObject || areCells) && !objectKind(facts) ? fieldsOf(facts, cells, levels) : [{ facts, parent }];
  });
}

function isNested(facts: FieldFacts): boolean {
  return facts.lists + facts.objects > 0 && !objectKind(facts);
}

const isNameable = (path: FieldPath) => path.every((step) => typeof step === 'number' || isSelectable(step));

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

function isGuid({ present, texts, samples }: FieldFacts): boolean {
  return texts === present && samples.length > 0 && samples.every((text) => guid.test(text));
}

/** Where a page after this row would begin. */
function isCursor({ path, texts, present }: FieldFacts): boolean {
  return path.length === 1 && path[0] === 'cursor' && texts === present;
}

/** The list of headings that stands in each row where tables were unfolded. */
function namesCells({ lists, present, entries }: FieldFacts, cells: readonly CellList[]): boolean {
  if (lists !== present) return false;
  return cells.some(({ headings }) => headings.length > 0 && headings.every((heading, at) => entries[at] === heading));
}

function headingOf(path: FieldPath, cells: readonly CellList[]): string | undefined {
  const list = cells.find(({ at }) => at.every((name, step) => path[step] === name));
  const place = list && path[list.at.length];
  return typeof place === 'number' ? list?.headings[place] : undefined;
}

/** The field under the name that its heading gives it, which tells more than the number of its place. */
function calledBy(heading: string, { facts, parent }: Field): Field {
  return { facts: { ...facts, name: heading }, parent };
}

function column({ facts, parent }: Field, label: string, sign: DecimalSign | undefined): ColumnSettings {
  const steps = facts.path.map((step) => (typeof step === 'number' ? `[${step}]` : nameSelector(step)));
  const { name, path, ...others } = facts;
  const called = name === undefined ? path : [...path, name];
  return { label, selector: `$${steps.join('')}`, ...proposeType({ ...others, path: called }, parent, sign) };
}
