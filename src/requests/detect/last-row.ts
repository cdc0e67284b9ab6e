import type { DetectedPagination } from '../../shared/contract';
import { isHolder } from '../more/rows-place';
import type { SeenList } from './seen-list';

/** Going on after the last row, by its ID or its name; none where its rows have neither, or nothing speaks for more. */
export function afterLastRow({ rows, itemsSelector, moreSelector, more, response }: SeenList): DetectedPagination[] {
  const last: unknown = Array.isArray(rows) ? rows.at(-1) : undefined;
  if (!more || !isHolder(last) || response.body !== undefined) return [];
  const { pathname } = response.url;
  return names.flatMap(({ member, parameter }) => {
    const value = last[member];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const selector = `${itemsSelector === '' ? '$' : itemsSelector}[-1].${member}`;
    const target = { in: 'parameter', name: parameter } as const;
    const reason = `The response has more rows than these of ${pathname}, but no cursor. Such APIs continue after the ${member} of the last row, in ${parameter}.`;
    return [{ pagination: { style: 'cursor', selector, moreSelector, target }, reason }];
  });
}

const names = [
  { member: 'id', parameter: 'starting_after' },
  { member: 'name', parameter: 'marker' },
];
