import type { Reading } from '../../shared/frame';
import { adfDocument, type AdfDocument, adfParagraph, adfText } from '../../visuals/adf/nodes';
import { numberAdf } from '../../visuals/adf/number-adf';
import { viewAdf } from '../../visuals/adf/view-adf';
import type { Drawn } from './draw-for-document';
import { readingWords } from './reading-words';

/** Title, view, and a line that says how old the rows are and which are missing. */
export function panelDocument(
  view: Drawn,
  title: string,
  { reading, staleReason = '' }: { reading: Reading; staleReason?: string },
): AdfDocument {
  const { blocks, shownRows } = viewAdf(view);
  const words = [...rowWords(view, shownRows), ...readingWords(reading), staleReason];
  const caption = words.filter((each) => each !== '').join(' ');
  return adfDocument([
    adfParagraph(...adfText(title, { type: 'strong' })),
    ...blocks,
    adfParagraph(...adfText(caption)),
  ]);
}

/** The value alone: the sentence it stands in has no room for more. */
export function valueDocument(view: Drawn): AdfDocument {
  if (view.visual === 'number') return adfDocument([numberAdf({ ...view, label: '', trend: undefined })]);
  return adfDocument(viewAdf(view).blocks);
}

function rowWords(view: Drawn, shownRows: number | undefined): string[] {
  if ('leftOut' in view && view.leftOut > 0) return [`${rowCount(view.leftOut)} not shown in the chart.`];
  if (shownRows === undefined || shownRows === 0) return [];
  if (shownRows < view.totalRows) return [`First ${shownRows.toLocaleString('en')} of ${rowCount(view.totalRows)}.`];
  return [`${rowCount(shownRows)}.`];
}

const rowCount = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`);
