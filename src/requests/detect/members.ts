/** A value near the top of a response, with the names that lead to it. */
export interface Member {
  names: readonly string[];
  /** The last of the names. */
  name: string;
  value: unknown;
}

const maxMembers = 500;

/**
 * The members of the response that are not in lists, nearest first, three levels down and 500 at most. Those with
 * control characters in their names are passed over: the parser of selectors takes no such name, though RFC 9535 does.
 */
export function membersNearTop(document: unknown): Member[] {
  const found: Member[] = [];
  let level: Member[] = childrenOf([], document).slice(0, maxMembers);
  for (let depth = 0; depth < 4 && found.length < maxMembers; depth++) {
    found.push(...level);
    level = level.flatMap(({ names, value }) => childrenOf(names, value)).slice(0, maxMembers);
  }
  return found.slice(0, maxMembers);
}

function childrenOf(names: readonly string[], value: unknown): Member[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const named = Object.entries(value as Record<string, unknown>).filter(([name]) => !/\p{Cc}/u.test(name));
  return named.map(([name, member]) => ({ names: [...names, name], name, value: member }));
}

/** The selector (JSONPath) of a member. */
export function selectorOf(names: readonly string[]): string {
  return `$${names.map((name) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `.${name}` : `['${escaped(name)}']`)).join('')}`;
}

/** RFC 9535 section 2.3.1.1. */
const escaped = (name: string) => name.replace(/[\\']/g, '\\$&');

/** Names are compared without case and separators: `nextPageToken` and `next_page_token` are one. */
export const plainName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The selector of the longest list near the top; empty where the response itself is one, or has none. */
export function listSelector(document: unknown): string {
  const lists = membersNearTop(document).flatMap(({ names, value }) =>
    Array.isArray(value) ? [{ names, length: value.length }] : [],
  );
  const longest = lists.reduce<(typeof lists)[number] | undefined>(
    (best, each) => (!best || each.length > best.length ? each : best),
    undefined,
  );
  return longest ? selectorOf(longest.names) : '';
}
