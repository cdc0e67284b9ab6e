import type { TestProgress } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';

/** How far a running test is, and since when: "Reading page 7, 6,993 rows… 12 s". */
export function testProgressText(progress: TestProgress | null, seconds: number, locale: string): string {
  return seconds < 1 ? stageText(progress, locale) : `${stageText(progress, locale)} ${seconds} s`;
}

function stageText(progress: TestProgress | null, locale: string): string {
  if (!progress || progress.pagesRead === 0) return 'Waiting for the response…';
  const page = new Intl.NumberFormat(locale).format(progress.pagesRead + 1);
  const forms = { one: 'Reading page {page}, {count} row…', other: 'Reading page {page}, {count} rows…' };
  return countPhrase(progress.rowsRead, forms, { page }, { locale });
}
