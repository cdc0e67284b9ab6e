import type { ChartView, ListView, RowsView, TextView, View } from '../../shared/view';
import { type AdfBlock, adfParagraph, type AdfParagraph, adfText } from './nodes';
import { numberAdf } from './number-adf';
import { recordAdf, tableAdf } from './table-adf';
import { valueAdf } from './value-adf';

/** A view as blocks of a document, and how many of its rows they show, where it has rows. */
export interface ExportedView {
  blocks: AdfBlock[];
  shownRows?: number;
}

/** Any view as text and tables; a chart is the table of its points. */
export function viewAdf(view: View): ExportedView {
  switch (view.visual) {
    case 'table':
    case 'cards':
      return rowsAdf(view);
    case 'list':
      return listAdf(view);
    case 'key-value':
      return { blocks: view.row && view.columns.length > 0 ? [recordAdf(view.columns, view.row)] : [noRows] };
    case 'number':
      return { blocks: [numberAdf(view)] };
    case 'text':
      return { blocks: [sentenceAdf(view)] };
    case 'bar':
    case 'line':
    case 'area':
    case 'pie':
      return { blocks: chartAdf(view) };
  }
}

const noRows: AdfParagraph = adfParagraph(...adfText('There are no rows.'));

function rowsAdf({ columns, rows }: RowsView): ExportedView {
  if (rows.length === 0 || columns.length === 0) return { blocks: [noRows], shownRows: 0 };
  const { table, shown } = tableAdf(columns, rows);
  return { blocks: [table], shownRows: shown };
}

function listAdf({ columns, rows, primary, secondary }: ListView): ExportedView {
  if (rows.length === 0) return { blocks: [noRows], shownRows: 0 };
  const blocks = rows.map((row) => {
    const beside = secondary
      .map((place) => valueAdf(row[place] ?? null, columns[place]!))
      .filter(({ length }) => length);
    const first = valueAdf(row[primary] ?? null, columns[primary]!);
    return adfParagraph(...first, ...beside.flatMap((texts) => [...adfText(' · '), ...texts]));
  });
  return { blocks, shownRows: rows.length };
}

function chartAdf({ category, series, points }: ChartView): AdfBlock[] {
  if (points.length === 0) return [noRows];
  const rows = points.map(({ category: name, values }) => [name, ...values]);
  return [tableAdf([category, ...series], rows).table];
}

/** The sentence as one paragraph. */
export function sentenceAdf({ parts }: TextView): AdfParagraph {
  return adfParagraph(
    ...parts.flatMap((part) => ('text' in part ? adfText(part.text) : valueAdf(part.value, part.column))),
  );
}
