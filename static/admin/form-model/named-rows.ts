import { headerSecretName, tokenParameterSecretName } from '../../../src/shared/secret-names';

/** A name with its value, as a row of a form. */
export interface NamedRow {
  /** Tells rows apart on the screen; never leaves it. */
  rowId: number;
  name: string;
  value: string;
  /** The value is write-only and travels apart. */
  secret: boolean;
}

let lastRowId = 0;

/** A row for the screen, told apart from all others. */
export function newRow(name = '', value = '', secret = false): NamedRow {
  lastRowId += 1;
  return { rowId: lastRowId, name, value, secret };
}

/** The rows that are sent, in order: the position in this list is the index in paths of field errors. */
export function filledRows(rows: readonly NamedRow[]): NamedRow[] {
  return rows.filter(({ name, value }) => name.trim() !== '' || value !== '');
}

/** Names and values of the rows that are sent. */
export function pairsOf(rows: readonly NamedRow[]): { name: string; value: string }[] {
  return filledRows(rows).map(({ name, value }) => ({ name: name.trim(), value }));
}

/** The same with the mark of secrets, whose values are left out. */
export function markedPairsOf(rows: readonly NamedRow[]): { name: string; value: string; secret: boolean }[] {
  return filledRows(rows).map(({ name, value, secret }) => ({
    name: name.trim(),
    value: secret ? '' : value,
    secret,
  }));
}

/** Rows for pairs that are stored; the value of a secret is empty, which keeps the stored one. */
export function rowsOfPairs(pairs: readonly { name: string; value: string; secret?: boolean }[]): NamedRow[] {
  return pairs.map(({ name, value, secret = false }) => newRow(name, value, secret));
}

/** The secrets typed into the rows, by the name under which they travel. */
export function secretsOfRows(
  rows: readonly NamedRow[],
  secretName: (row: NamedRow) => string,
): Record<string, string> {
  const typed = rows.filter(({ secret, name, value }) => secret && name.trim() !== '' && value !== '');
  return Object.fromEntries(typed.map((row) => [secretName(row), row.value]));
}

/** The name under which the value of a secret header travels. */
export const headerSecret = ({ name }: { name: string }): string => headerSecretName(name.trim());

/** The name under which the value of a secret parameter of the token request travels. */
export const tokenParameterSecret = ({ name }: { name: string }): string => tokenParameterSecretName(name.trim());
