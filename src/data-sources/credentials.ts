import type { DataSourceSettings, SecretInput } from '../contract';
import { newId } from '../ids';
import { credentialsIndexKey, credentialsIndexPrefix, credentialsKey } from '../keys';
import type { FieldError } from '../problem';
import type { Now, Secrets, Storage } from '../ports';
import { secretOrigins } from './connection';
import type { Credentials } from './data-source';

/** The secrets of a data source as they lie in secret storage, with what they were typed for. */
export interface SecretRecord {
  clientSecret: string;
  origins: string[];
  authenticationType: DataSourceSettings['authentication']['type'];
  clientId: string;
}

/** The binding that a secret typed for these settings gets: where it may go, and as whose. */
export function bindingOf(settings: DataSourceSettings): Omit<Credentials, 'secretKey'> {
  const { authentication } = settings;
  return {
    origins: secretOrigins(settings),
    authenticationType: authentication.type,
    clientId: authentication.type === 'oauth2' ? authentication.clientId : '',
  };
}

/**
 * Why the stored secret may not be used with these settings, as an error of the secret's field, or `undefined` if it
 * may. A secret goes nowhere but to the origins it was typed for, or *Test* against a foreign URL would hand it out.
 */
export function bindingError(stored: Credentials | undefined, settings: DataSourceSettings): FieldError | undefined {
  const path = 'secrets.clientSecret';
  if (!stored) return { path, message: 'Enter the Client Secret.' };
  const wanted = bindingOf(settings);
  const again = (why: string) => ({ path, message: `Enter the Client Secret again: ${why}` });
  if (stored.authenticationType !== wanted.authenticationType) return again('the authentication was changed.');
  if (stored.clientId !== wanted.clientId) return again('it belongs to another Client ID.');
  const foreign = wanted.origins.find((origin) => !stored.origins.includes(origin));
  return foreign === undefined ? undefined : again(`it was not entered for ${new URL(foreign).host}.`);
}

/** Whether the form carries a new secret. */
export const hasTypedSecret = (typed: SecretInput) => typedSecret(typed) !== '';

/** The secret as typed, without the blanks that copying brings; empty if none was. */
export const typedSecret = (typed: SecretInput) => typed.clientSecret?.trim() ?? '';

export interface CredentialStores {
  storage: Storage;
  secrets: Secrets;
  now: Now;
}

/**
 * Stores a typed secret under a fresh name, bound to the settings, and answers the pointer for the open record. The name
 * is noted first, so that upkeep finds a secret whose record was never written.
 */
export async function storeSecret(
  ownerId: string,
  settings: DataSourceSettings,
  clientSecret: string,
  { storage, secrets, now }: CredentialStores,
): Promise<Credentials> {
  const binding = bindingOf(settings);
  const secretKey = credentialsKey(ownerId, newId());
  const record: SecretRecord = { clientSecret, ...binding };
  await storage.set(credentialsIndexKey(secretKey), { ownerId, at: now() } satisfies SecretIndexEntry);
  await secrets.set(secretKey, record);
  return { secretKey, ...binding };
}

export interface SecretIndexEntry {
  ownerId: string;
  at: number;
}

/** Deletes a secret that no record points to any more, its note last. */
export async function forgetSecret(secretKey: string, { storage, secrets }: CredentialStores): Promise<void> {
  await secrets.delete(secretKey);
  await storage.delete(credentialsIndexKey(secretKey));
}

/** Every stored secret: its name, whose it is and since when. May lag behind writes. */
export async function listSecrets(storage: Storage): Promise<(SecretIndexEntry & { secretKey: string })[]> {
  const found = await storage.list<SecretIndexEntry>(credentialsIndexPrefix);
  return found.map(({ key, value }) => ({ ...value, secretKey: key.slice('index-of-'.length) }));
}
