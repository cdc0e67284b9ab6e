import type { Secrets } from '../ports';
import { hasMembers } from '../unreadable-record';
import type { TokenSet } from './grant';

/** The token set of that name; `undefined` where none is stored, or one so damaged that nothing can be done with it. */
export async function storedTokens(name: string, secrets: Pick<Secrets, 'get'>): Promise<TokenSet | undefined> {
  const found = await secrets.get<TokenSet>(name);
  return found && isWhole(found) ? found : undefined;
}

const isWhole = (found: TokenSet): boolean =>
  hasMembers(found, { accessToken: 'string', obtainedAt: 'number' }) &&
  Array.isArray(found.origins) &&
  Array.isArray(found.scopes);
