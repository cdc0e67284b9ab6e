import type { TestProgress } from '../../../../src/shared/contract';
import { counted } from '../../../visuals/reading-text';

/** How far a running test is: "Reading page 7, 6,993 rows…". */
export function testProgressText(progress: TestProgress | null, locale: string): string {
  if (!progress || progress.pagesRead === 0) return 'Waiting for the response…';
  const page = new Intl.NumberFormat(locale).format(progress.pagesRead + 1);
  return `Reading page ${page}, ${counted(progress.rowsRead, 'row', locale)}…`;
}
