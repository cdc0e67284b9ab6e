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

/** The selector (JSONPath) of what a path of names and numbers leads to. */
export function selectorOf(path: readonly (string | number)[]): string {
  return `$${path.map(segmentOf).join('')}`;
}

function segmentOf(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(step) ? `.${step}` : `['${escaped(step)}']`;
}

/** RFC 9535 section 2.3.1.1. */
const escaped = (name: string) => name.replace(/[\\']/g, '\\$&');
