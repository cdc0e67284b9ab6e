import { fieldLabel } from '../../../../src/shared/field-label';
import type { ColumnSettings, ColumnType, PanelProposal } from '../../../../src/shared/contract';
import type { ValuePath } from './simple-path';
import { isSamePath, parsePath, pathText } from './simple-path';

/** The column that the app proposed for the value, else one with a label and a type read off the path and the values. */
export function proposedColumn(
  inRow: ValuePath,
  values: readonly unknown[],
  proposal: PanelProposal | undefined,
): ColumnSettings {
  const known = proposal?.columns.find(({ selector }) => isSamePath(parsePath(selector) ?? [], inRow));
  return known && inRow.length > 0
    ? known
    : { label: fieldLabel(inRow), selector: pathText(inRow), type: typeOf(inRow, values) };
}

const textTypes: [ColumnType, RegExp][] = [
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['date-time', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ['link', /^https:\/\/\S+$/],
  ['email', /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/],
];

/** The type that every value has, else text. Texts of digits and numbers that are ids stay text. */
function typeOf(inRow: ValuePath, values: readonly unknown[]): ColumnType {
  const all = (test: (value: unknown) => boolean): boolean => values.length > 0 && values.every(test);
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  if (all((value) => typeof value === 'number')) return isIdentifier(String(inRow.at(-1) ?? '')) ? 'text' : 'number';
  if (all(Array.isArray)) return 'list';
  if (values.some((value) => typeof value === 'object')) return 'json';
  const fits = ([, pattern]: [ColumnType, RegExp]): boolean =>
    all((value) => typeof value === 'string' && pattern.test(value));
  return textTypes.find(fits)?.[0] ?? 'text';
}

function isIdentifier(name: string): boolean {
  return /^id$/i.test(name) || /[a-z0-9]I[dD]$/.test(name) || /[_-]id$/i.test(name);
}
