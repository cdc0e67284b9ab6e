import type { NearbyMember } from './members-nearby';

/** What a response says outright: that there is more, that this is the end, or that nothing was cut off. */
export type FlagSign = 'more' | 'end' | 'uncut' | undefined;

/** What the flags around the rows say together; one that says more outvotes the others. */
export function flagSign(members: readonly NearbyMember[]): FlagSign {
  const said = members.filter(({ speaksOfPages }) => speaksOfPages).map(saidBy);
  return (['more', 'end', 'uncut'] as const).find((sign) => said.includes(sign));
}

/** The member that says with `true` that there is more, and so `false` on the last page. */
export function moreFlag(members: readonly NearbyMember[]): NearbyMember | undefined {
  return members.find((member) => member.speaksOfPages && saidBy(member) === 'more' && flagOf(member.value) === true);
}

const besideMore = new Set(
  'available batch data entries has have is item items more next page pages record records result results row rows there'.split(
    ' ',
  ),
);
const besideLast = new Set(['batch', 'is', 'last', 'page', 'result', 'results']);
const besideCut = new Set(
  'exceeded is limit limited list max page result results set transfer truncated was'.split(' '),
);

function saidBy({ words, value }: NearbyMember): FlagSign {
  const flag = flagOf(value);
  if (flag === undefined) return undefined;
  const isMore =
    words.includes('more') || (words.includes('next') && (words.includes('has') || words.includes('have')));
  if (isMore && words.every((word) => besideMore.has(word))) return flag ? 'more' : 'end';
  if (words.includes('last') && words.every((word) => besideLast.has(word))) return flag ? 'end' : 'more';
  const isCut = words.some((word) => word === 'truncated' || word === 'exceeded');
  if (isCut && words.every((word) => besideCut.has(word))) return flag ? 'more' : 'uncut';
  return undefined;
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
