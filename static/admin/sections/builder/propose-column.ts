import type { ColumnSettings, ColumnType, PanelProposal } from '../../../../src/shared/contract';
import type { ValuePath } from './simple-path';
import { isSamePath, parsePath, pathText } from './simple-path';

/** Words that are written in capitals. */
const capitals = new Set(['id', 'url', 'uri', 'api', 'ip', 'sku', 'upn', 'sid', 'dns', 'iban', 'vat', 'uuid', 'guid']);
const longestLabel = 100;

/** The column that the app proposed for the value, else one with a label and a type read off the path and the values. */
export function proposedColumn(
  inRow: ValuePath,
  values: readonly unknown[],
  proposal: PanelProposal | undefined,
): ColumnSettings {
  const known = proposal?.columns.find(({ selector }) => isSamePath(parsePath(selector) ?? [], inRow));
  return known && inRow.length > 0
    ? known
    : { label: labelOf(inRow), selector: pathText(inRow), type: typeOf(inRow, values) };
}

/** A label made of the names that lead to the value: `jobTitle` becomes "Job title". */
export function labelOf(inRow: ValuePath): string {
  const words = inRow.flatMap((step) => (typeof step === 'number' ? [String(step + 1)] : wordsOf(step))).map(written);
  const label = words.join(' ').slice(0, longestLabel);
  return label === '' ? 'Value' : label.charAt(0).toUpperCase() + label.slice(1);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function written(word: string): string {
  const small = word.toLowerCase();
  return capitals.has(small) ? small.toUpperCase() : small;
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
