import type { ColumnSettings } from '../../shared/contract';
import { isElement } from '../../xml-element';
import { keyMember } from '../../panel/shape/rows-by-key';
import { type FieldFacts, type FieldPath, rowFacts } from './field-facts';
import { isSelectable, nameSelector } from './list-candidates';
import { objectKind } from './object-kind';
import { proposeLabel } from './propose-label';
import { proposeType } from './propose-type';

/** More columns than this are no table to read; the rest can be added by hand. */
const maxProposed = 12;
/** Levels of objects inside a row whose members become columns of their own. */
const maxLevels = 2;

/** A field that becomes a column, with the object that holds it. */
interface Field {
  facts: FieldFacts;
  parent?: FieldFacts;
}

/**
 * Columns for the rows: the union of the fields of all rows, plain values before nested ones and those before ids that
 * only machines read, types as the values have them. Rows that are plain values get one column; without rows there is none. `headings` name the places of rows that are lists.
 */
export function proposeColumns(rows: readonly unknown[], headings: readonly string[] = []): ColumnSettings[] {
  const row = rowFacts(rows);
  const isXml = rows.some(isElement);
  const fields = fieldsOf(row).filter(({ facts: { path } }) => (isXml || !isAnnotation(path)) && isNameable(path));
  if (fields.length === 0) return rows.length > 0 ? [column({ facts: row }, headings)] : [];
  const technical = fields.filter(({ facts }) => isGuid(facts));
  const others = fields.filter(({ facts }) => !isGuid(facts));
  const plain = others.filter(({ facts }) => facts.present > 0 && !isNested(facts));
  const nested = others.filter(({ facts }) => isNested(facts));
  const empty = others.filter(({ facts }) => facts.present === 0);
  return [...plain, ...nested, ...technical, ...empty].slice(0, maxProposed).map((field) => column(field, headings));
}

/** Members of objects inside a row take the object's place, unless the object itself says who or what it is. */
function fieldsOf(parent: FieldFacts): Field[] {
  return [...parent.members.values()].flatMap((facts) => {
    const isTaken = facts.objects > 0 && facts.objects === facts.present && facts.path.length < maxLevels;
    return isTaken && !objectKind(facts) ? fieldsOf(facts) : [{ facts, parent }];
  });
}

function isNested(facts: FieldFacts): boolean {
  return facts.lists + facts.objects > 0 && !objectKind(facts);
}

/** OData and JSON-LD write about a value under names with `@`, which in XML are attributes. */
function isAnnotation(path: FieldPath): boolean {
  return path.some(
    (step) => typeof step === 'string' && step !== keyMember && (step.includes('@odata.') || step.startsWith('@')),
  );
}

const isNameable = (path: FieldPath) => path.every((step) => typeof step === 'number' || isSelectable(step));

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

function isGuid({ present, texts, samples }: FieldFacts): boolean {
  return texts === present && samples.length > 0 && samples.every((text) => guid.test(text));
}

function column({ facts, parent }: Field, headings: readonly string[]): ColumnSettings {
  const steps = facts.path.map((step) => (typeof step === 'number' ? `[${step}]` : nameSelector(step)));
  const [place] = facts.path;
  const heading = typeof place === 'number' ? headings[place] : undefined;
  return { label: heading ?? proposeLabel(facts.path), selector: `$${steps.join('')}`, ...proposeType(facts, parent) };
}
