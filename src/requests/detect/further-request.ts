import type { DetectedPagination } from '../../shared/contract';
import type { SeenCursor } from './cursor-names';
import type { SeenList } from './seen-list';
import { jsonBody } from './sent-names';

/** How some APIs continue by a request of its own, told by the shape of request and cursor. */
interface Habit {
  fits(cursor: SeenCursor, list: SeenList): boolean;
  url(requested: URL): string;
  body(cursor: SeenCursor, list: SeenList): Record<string, string>;
}

const habits: readonly Habit[] = [
  {
    fits: ({ words }, { moreSelector, response: { url, body } }) =>
      words.join(' ') === 'cursor' &&
      moreSelector !== '' &&
      jsonBody(body) !== undefined &&
      /\/list[^/]*\/?$/.test(url.pathname),
    url: () => 'continue',
    body: ({ name }) => ({ [name]: '{cursor}' }),
  },
  {
    fits: ({ words }, { sent }) => words.join(' ') === 'scroll id' && sent.some(({ name }) => name === 'scroll'),
    url: ({ pathname }) => `${/^(.*?)(?:\/[^/]+)?\/_search\/?$/.exec(pathname)?.[1] ?? ''}/_search/scroll`,
    body: (_, { sent }) => ({
      scroll: String(sent.find(({ name }) => name === 'scroll')?.value),
      scroll_id: '{cursor}',
    }),
  },
];

/** The request that continues from a cursor where it is none of the first; none where the first can be sent again. */
export function furtherRequest(cursor: SeenCursor, selector: string, list: SeenList): DetectedPagination[] {
  const habit = habits.find((each) => each.fits(cursor, list));
  if (!habit) return [];
  const url = habit.url(list.response.url);
  const reason = `The response has a cursor at ${selector}, with which such APIs continue at ${url}. Page two shows whether this one does.`;
  const pagination = {
    style: 'next-request',
    method: 'POST',
    url,
    body: JSON.stringify(habit.body(cursor, list)),
    values: [{ name: 'cursor', selector }],
    moreSelector: list.moreSelector,
    partsSelector: '',
  } as const;
  return [{ pagination: { ...pagination, values: [...pagination.values] }, reason }];
}
