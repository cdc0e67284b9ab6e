import { Problem } from './shared/problem';

type Kind = 'string' | 'number' | 'object';

/** Whether the value is an object that has all these members, each of that type; `null` is none. */
export function hasMembers(value: unknown, members: Record<string, Kind>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return Object.entries(members).every(([name, kind]) => typeof found.get(name) === kind && found.get(name) !== null);
}

/**
 * The problem of a record that this version of the app cannot read: `record-newer` where its schema is a later one,
 * else `record-unreadable`. `what` begins the sentence, as in "This panel".
 */
export function unreadableRecord(
  what: string,
  { schema }: { schema: number },
  knownSchema: number,
  remedy = 'An admin can set up a new one; nothing was changed.',
): Problem {
  if (schema > knownSchema) {
    return new Problem('record-newer', `${what} was saved by a newer version of the app.`, {
      remedy: 'A site admin can update the app; nothing was changed.',
    });
  }
  return new Problem('record-unreadable', `${what} cannot be read, because its stored data is damaged.`, { remedy });
}
