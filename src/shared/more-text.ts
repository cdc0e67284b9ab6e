import type { MoreRows } from './frame';

/** What a source says of rows that were not read, as a sentence: "The source says that there are 250." */
export function moreText(more: MoreRows | undefined, locale: string): string {
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  switch (more?.by) {
    case 'total':
      return `The source says that there are ${number(more.total)}.`;
    case 'pages':
      return `The source says that there are ${number(more.pages)} pages.`;
    case 'next-page':
      return 'The source names a next page that is not followed.';
    case 'full-page':
      return 'That is as many as the page was asked for, so there may be more.';
    case 'flag':
    case undefined:
      return 'The source says that there are more.';
  }
}
