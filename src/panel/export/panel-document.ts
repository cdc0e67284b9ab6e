import type { Reading } from '../../shared/frame';
import { adfDocument, type AdfDocument, adfParagraph, adfText } from '../../visuals/adf/nodes';
import { numberAdf } from '../../visuals/adf/number-adf';
import { viewAdf } from '../../visuals/adf/view-adf';
import type { Drawn } from './draw-for-document';
import { readingWords } from './reading-words';
import { countPhrase } from '../../shared/phrase';

/** Title, view, and a line that says how old the rows are, which are missing, and whose account they come from. */
export function panelDocument(
  view: Drawn,
  title: string,
  { reading, staleReason = '', whose = '' }: { reading: Reading; staleReason?: string; whose?: string },
): AdfDocument {
  const { blocks, shownRows } = viewAdf(view);
  const words = [...rowWords(view, shownRows), ...readingWords(reading), staleReason, whose];
  const caption = words.filter((each) => each !== '').join(' ');
  return adfDocument([
    adfParagraph(...adfText(title, { type: 'strong' })),
    ...blocks,
    adfParagraph(...adfText(caption)),
  ]);
}

/** The value alone: the sentence it stands in has no room for more, but for whose account it comes from. */
export function valueDocument(view: Drawn, whose?: string): AdfDocument {
  const words = whose === undefined ? [] : [adfParagraph(...adfText(whose))];
  const isNumber = view.visual === 'number';
  const blocks = isNumber ? [numberAdf({ ...view, label: '', trend: undefined })] : viewAdf(view).blocks;
  return adfDocument([...blocks, ...words]);
}

function rowWords(view: Drawn, shownRows: number | undefined): string[] {
  if ('leftOut' in view && view.leftOut > 0) return [countPhrase(view.leftOut, notInChart)];
  if (shownRows === undefined || shownRows === 0) return [];
  if (shownRows < view.totalRows)
    return [countPhrase(view.totalRows, firstOf, { shown: shownRows.toLocaleString('en') })];
  return [countPhrase(shownRows, allRows)];
}

const notInChart = { one: '{count} row not shown in the chart.', other: '{count} rows not shown in the chart.' };
const firstOf = { one: 'First {shown} of {count} row.', other: 'First {shown} of {count} rows.' };
const allRows = { one: '{count} row.', other: '{count} rows.' };
