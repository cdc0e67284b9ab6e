import { membersOf } from '../../shared/row-shapes/members';

/** A value near the top of a response, with the names that lead to it. */
export interface Member {
  names: readonly string[];
  /** The last of the names. */
  name: string;
  value: unknown;
}

const maxMembers = 500;
const levels = 4;

/**
 * The members of the response that are not in lists, nearest first, three levels down and 500 at most. Those with
 * control characters in their names are passed over: the parser of selectors takes no such name, though RFC 9535 does.
 */
export function membersNearTop(document: unknown): Member[] {
  const found: Member[] = [];
  let level: Member[] = childrenOf([], document, maxMembers);
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    found.push(...level);
    level = childrenOfAll(level, maxMembers - found.length);
  }
  return found;
}

function childrenOfAll(members: readonly Member[], most: number): Member[] {
  const found: Member[] = [];
  for (const { names, value } of members) {
    if (found.length >= most) break;
    found.push(...childrenOf(names, value, most - found.length));
  }
  return found;
}

function childrenOf(names: readonly string[], value: unknown, most: number): Member[] {
  const found: Member[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return found;
  const members = membersOf(value);
  for (const [at, name] of members.names.entries()) {
    if (found.length >= most) break;
    if (!/\p{Cc}/u.test(name)) found.push({ names: [...names, name], name, value: members.values[at] });
  }
  return found;
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
