import type { MoreRows } from './frame';

/** What a source says of rows that were not read, as a sentence: "The source reports a total of 250." */
export function moreText(more: MoreRows | undefined, locale: string): string {
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  switch (more?.by) {
    case 'total':
      return `The source reports a total of ${number(more.total)}.`;
    case 'pages':
      return `The source reports ${number(more.pages)} pages.`;
    case 'next-page':
      return 'The source has a next page that was not read.';
    case 'full-page':
      return 'The page is as long as requested, so there may be more rows.';
    case 'flag':
    case undefined:
      return 'The source reports that there are more rows.';
  }
}
