import type { PanelProposal, View } from '../../../../src/shared/contract';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import type { RowsPath } from './rows-path';
import { valuesInRows } from './rows-path';
import { every, parsePath } from './simple-path';

/** What a response is known by on the screen, from which the values of a column are gathered. */
export interface Found {
  /** The beginning of the response, and where its rows are. */
  document: unknown;
  rows: RowsPath | undefined;
  /** Undefined where it is for other rows. */
  proposal: PanelProposal | undefined;
  /** The preview. */
  view: View | undefined;
}

const longestValue = 100;

/** The different values that a column has, as texts: those of the whole response as far as they are known, without empty ones. */
export function foundValues({ selector, key }: Pick<KeyedColumn, 'selector' | 'key'>, found: Found): string[] {
  const { document, rows, proposal, view } = found;
  const path = parsePath(selector);
  const inRow = path?.filter((step) => step !== every);
  const inTree = rows && inRow && inRow.length === path?.length ? valuesInRows(document, rows, inRow) : [];
  const all = [...(proposal?.values?.[selector] ?? []), ...inTree, ...valuesInView(key, view)];
  return [...new Set(all.map(textOf).filter((text) => text !== undefined))];
}

function valuesInView(key: string, view: View | undefined): unknown[] {
  if (view?.visual !== 'table') return [];
  const place = view.columns.findIndex((column) => column.key === key);
  return place < 0 ? [] : view.rows.map((row) => row[place]);
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  const text = value.trim();
  return text === '' || text.length > longestValue || text.endsWith('…') ? undefined : text;
}
