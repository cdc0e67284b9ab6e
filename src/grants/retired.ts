import type { Secrets } from '../ports';
import { deletedAtOnce, retiredCount } from '../shared/limits';
import { namesOf, type Grant, type RetiredName } from './grant';

/**
 * The retired names that the grant's record has room for. The oldest beyond them are deleted at once: whoever still
 * reads one finds it gone and looks at the grant again. A storage that refuses ends it, so that the record shrinks all
 * the same.
 */
export async function roomFor(retired: RetiredName[], grant: Grant, secrets: Secrets): Promise<RetiredName[]> {
  const over = retired.slice(0, -retiredCount).map(({ name }) => name);
  const inUse = namesOf(grant);
  await deleteAll(
    over.filter((name) => !inUse.includes(name)),
    secrets,
  ).catch(() => undefined);
  return retired.slice(-retiredCount);
}

/** Resolves once the token sets of these names are gone. */
export async function deleteAll(names: readonly string[], secrets: Secrets): Promise<void> {
  for (let from = 0; from < names.length; from += deletedAtOnce) {
    await Promise.all(names.slice(from, from + deletedAtOnce).map((name) => secrets.delete(name)));
  }
}
