import type { CellValue } from '../../../../src/shared/contract';
import { alignmentOf } from '../../../../src/shared/column-types/cell-kind';
import type { FormatCell } from '../../../../src/shared/column-types/cell-text';
import type { ShownColumn } from '../shown-columns';
import { guarded, shownText } from './shown-text';

/** A table as a clipboard carries it. */
export interface TableText {
  html: string;
  /** Tabs between cells, a line for each row. */
  text: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The rows below their headers, as the reader sees them, and so that no spreadsheet takes one for a formula. */
export function tableText(columns: ShownColumn[], rows: CellValue[][], format: FormatCell): TableText {
  const labels = columns.map(({ column }) => guarded(column.label));
  const cells = rows.map((row) => columns.map(({ column, at }) => shownText(row[at] ?? null, column, format)));
  const html = (tag: 'th' | 'td', texts: string[]): string => {
    const parts = texts.map((text, at) => {
      const shown = columns[at];
      const align = shown && alignmentOf(shown.column) === 'end' ? ' align="right"' : '';
      return `<${tag}${align}>${escaped(text).replace(/\r?\n/g, '<br>')}</${tag}>`;
    });
    return `<tr>${parts.join('')}</tr>`;
  };
  const body = cells.map((texts) => html('td', texts)).join('');
  return {
    html: `<table><thead>${html('th', labels)}</thead><tbody>${body}</tbody></table>`,
    text: [labels, ...cells].map((texts) => texts.map(oneLine).join('\t')).join('\n'),
  };
}
