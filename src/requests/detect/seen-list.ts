import type { MoreRows } from '../../shared/frame';
import { isElement } from '../../xml-element';
import { moreFlag } from '../more/flag-signs';
import { type NearbyMember, membersNearby } from '../more/members-nearby';
import { type SentNumber, sentNumbers } from '../more/requested-numbers';
import { isHolder, pathOf, rowsPlace, type ValuePath } from '../more/rows-place';
import { selectorOf } from './members';
import type { SeenResponse } from './seen-response';
import { type SentName, sentNames } from './sent-names';

/** A response as the search for its paging looks at it. */
export interface SeenList {
  response: SeenResponse;
  /** Around the rows and beside them, nearest first. */
  members: readonly NearbyMember[];
  /** The list of the rows, or what stands for one; `undefined` where there is none. */
  rows: unknown;
  /** How many entries it has. */
  count: number;
  /** Leads to that list; empty where the response itself is it. */
  itemsSelector: string;
  /** Leads to what is true as long as there is more; empty where nothing says so. */
  moreSelector: string;
  /** What speaks for more rows; `undefined` where nothing does. */
  more: MoreRows | undefined;
  /** Names and numbers that the request sends. */
  sent: readonly SentName[];
  numbers: readonly SentNumber[];
}

/**
 * The list of a response with what stands around it.
 * @throws Problem `selector-invalid`
 */
export function seenList(response: SeenResponse, more: MoreRows | undefined): SeenList {
  const { url, body, document, rowsSelector = '' } = response;
  const place = rowsPlace(document, pathOf(rowsSelector));
  const top = { holders: isHolder(document) ? [{ value: document, path: [] }] : [], inner: new Set<unknown>() };
  const members = membersNearby(place ?? top).filter(({ path }) => isReadable(path));
  const flag = moreFlag(members);
  const { count = 0, path = [], rows } = place ?? {};
  return {
    response,
    members,
    rows,
    count,
    itemsSelector: path.length > 0 && isReadable(path) ? selectorOf(path) : '',
    moreSelector: flag ? selectorOf(flag.path) : '',
    more,
    sent: sentNames({ url, body }),
    numbers: sentNumbers({ url, body }),
  };
}

/** The parser of selectors takes no names with control characters, though RFC 9535 does. */
const isReadable = (path: ValuePath) => !path.some((step) => typeof step === 'string' && /\p{Cc}/u.test(step));

/** The selector of a member's value; of an XML element with attributes, of its text. */
export function selectorOfValue({ path, value }: Pick<NearbyMember, 'path' | 'value'>): string {
  return selectorOf(isElement(value) && '#text' in value ? [...path, '#text'] : path);
}

/** The value itself; of an XML element with attributes, its text. */
export function plainValue({ value }: Pick<NearbyMember, 'value'>): unknown {
  return isElement(value) && '#text' in value ? (value as { '#text': unknown })['#text'] : value;
}
