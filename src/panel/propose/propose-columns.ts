import type { ColumnSettings } from '../../contract';
import { fieldFacts, type FieldFacts, type FieldPath, rowFacts } from './field-facts';
import { isSelectable, nameSelector } from './list-candidates';
import { proposeLabel } from './propose-label';
import { proposeType } from './propose-type';

/** More columns than this are no table to read; the rest can be added by hand. */
const maxProposed = 12;

/**
 * Columns for the rows: the union of the fields of all rows, plain values before nested ones and those before ids that
 * only machines read, types as the values have them. Rows that are plain values get one column; without rows there is none. `headings` name the places of rows that are lists.
 */
export function proposeColumns(rows: readonly unknown[], headings: readonly string[] = []): ColumnSettings[] {
  const fields = fieldFacts(rows).filter(({ path }) => !isAnnotation(path) && isNameable(path));
  if (fields.length === 0) return rows.length > 0 ? [column(rowFacts(rows), headings)] : [];
  const technical = fields.filter(isGuid);
  const others = fields.filter((field) => !isGuid(field));
  const plain = others.filter(({ present, nested }) => present > 0 && nested === 0);
  const nested = others.filter((field) => field.nested > 0);
  const empty = others.filter(({ present }) => present === 0);
  return [...plain, ...nested, ...technical, ...empty].slice(0, maxProposed).map((field) => column(field, headings));
}

/** OData and JSON-LD write about a value under names with `@`. */
function isAnnotation(path: FieldPath): boolean {
  return path.some((step) => typeof step === 'string' && (step.includes('@odata.') || step.startsWith('@')));
}

const isNameable = (path: FieldPath) => path.every((step) => typeof step === 'number' || isSelectable(step));

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

function isGuid({ present, texts, samples }: FieldFacts): boolean {
  return texts === present && samples.length > 0 && samples.every((text) => guid.test(text));
}

function column(facts: FieldFacts, headings: readonly string[]): ColumnSettings {
  const steps = facts.path.map((step) => (typeof step === 'number' ? `[${step}]` : nameSelector(step)));
  const [place] = facts.path;
  const heading = typeof place === 'number' ? headings[place] : undefined;
  return { label: heading ?? proposeLabel(facts.path), selector: `$${steps.join('')}`, type: proposeType(facts) };
}
