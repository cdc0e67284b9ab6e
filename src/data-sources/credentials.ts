import { authorizationServer } from '../authentication/registry';
import type { NeededSecret, SecretValues } from '../authentication/secret';
import type { DataSourceSettings } from '../shared/contract';
import { newId } from '../ids';
import { credentialsIndexKey, credentialsIndexPrefix, credentialsKey } from '../keys';
import type { Now, Secrets, Storage } from '../ports';
import { Problem } from '../shared/problem';
import { hasMembers } from '../unreadable-record';
import { secretOrigins } from './connection';
import type { Credentials } from './data-source';
import { receiverRefusal, receiversOf, type Receivers } from './receivers';

type Binding = Pick<Credentials, 'origins' | 'receivers' | 'authenticationType' | 'clientId'>;

/** All secrets of a data source or draft as they lie in secret storage, with what they were typed for. */
export interface SecretRecord extends Binding {
  values: SecretValues;
}

/** As it was stored while the client secret was the only one. */
type OlderSecretRecord = Binding & { clientSecret: string };

/** The binding that secrets typed for these settings get: where they may go, how, and as whose. */
export function bindingOf(settings: DataSourceSettings): Binding {
  const { authentication } = settings;
  return {
    origins: secretOrigins(settings),
    receivers: receiversOf(settings),
    authenticationType: authentication.type,
    clientId: authorizationServer(authentication)?.clientId ?? '',
  };
}

/**
 * Why a stored secret of that role may not be used with these settings, as the end of a sentence, or `undefined` if it
 * may. A secret goes nowhere but where it was typed for, or *Test* against a foreign URL would hand it out.
 */
export function bindingRefusal(
  stored: Binding,
  settings: DataSourceSettings,
  role: NeededSecret['receiver'],
): string | undefined {
  const wanted = bindingOf(settings);
  if (stored.authenticationType !== wanted.authenticationType) return 'the authentication was changed.';
  if (role === 'authorization-server' && stored.clientId !== wanted.clientId) return 'it belongs to another Client ID.';
  return stored.receivers
    ? receiverRefusal(stored.receivers, receiversOf(settings), role)
    : 'it is not known where it may be sent.';
}

/**
 * The pointer with its receivers: secrets that were stored without get those of the settings they were saved with, as
 * far as these are among their origins.
 */
export const withReceivers = <Pointer extends Binding>(stored: Pointer, savedWith: DataSourceSettings): Pointer =>
  stored.receivers ? stored : { ...stored, receivers: receiversWithin(stored.origins, receiversOf(savedWith)) };

function receiversWithin(origins: readonly string[], receivers: Receivers | undefined): Receivers | undefined {
  const { api = '', tokenUrl = '', revokeUrl = '' } = receivers ?? {};
  const urls = [api, tokenUrl, revokeUrl].filter((url) => url !== '');
  return urls.every((url) => origins.includes(new URL(url).origin)) ? receivers : undefined;
}

/** The names of the secrets behind a pointer. */
export const secretNames = (stored: Credentials | undefined): string[] =>
  stored === undefined ? [] : (stored.names ?? ['clientSecret']);

/**
 * The record behind a pointer; one that was stored without receivers, with those of the pointer.
 * @throws Problem `busy` (the secrets were replaced a moment ago), `record-unreadable`
 */
export async function readSecrets({ secretKey, receivers }: Credentials, secrets: Secrets): Promise<SecretRecord> {
  const record = await secrets.get<SecretRecord | OlderSecretRecord>(secretKey);
  if (!record) {
    throw new Problem('busy', 'This data source has just been changed. Try again.', { retryAfterMs: 1000 });
  }
  if (!hasMembers(record, { origins: 'object' })) {
    const message = 'The record of this data source’s secrets cannot be read, because it is damaged.';
    const readerMessage = 'Stored data of this data source cannot be read, because it is damaged.';
    throw new Problem('record-unreadable', message, { readerMessage, remedy: 'An admin can enter it again.' });
  }
  const whole = 'values' in record ? record : { ...record, values: { clientSecret: record.clientSecret } };
  return whole.receivers ? whole : { ...whole, receivers: receiversWithin(whole.origins, receivers) };
}

/** The problem of a secret that would go where it was not entered for. */
export const otherReceiver = (): Problem =>
  new Problem('forbidden', 'The stored secret was entered for another server.', {
    readerMessage: 'This data source was connected to another server.',
    remedy: 'An admin can enter it again.',
  });

export interface CredentialStores {
  storage: Storage;
  secrets: Secrets;
  now: Now;
}

/**
 * Stores secrets under a fresh name, bound to the settings, and returns the pointer for the open record. The name is
 * noted first, so that upkeep finds secrets whose record was never written.
 */
export async function storeSecrets(
  ownerId: string,
  settings: DataSourceSettings,
  values: SecretValues,
  { storage, secrets, now }: CredentialStores,
): Promise<Credentials> {
  const binding = bindingOf(settings);
  const secretKey = credentialsKey(ownerId, newId());
  const record: SecretRecord = { values, ...binding };
  await storage.set(credentialsIndexKey(secretKey), { ownerId, at: now() } satisfies SecretIndexEntry);
  await secrets.set(secretKey, record);
  return { secretKey, ...binding, names: Object.keys(values) };
}

export interface SecretIndexEntry {
  ownerId: string;
  at: number;
}

/** Deletes secrets that no record points to any more, their note last. */
export async function forgetSecret(secretKey: string, { storage, secrets }: CredentialStores): Promise<void> {
  await secrets.delete(secretKey);
  await storage.delete(credentialsIndexKey(secretKey));
}

/** Every stored record of secrets: its name, whose it is and since when. May lag behind writes. */
export async function listSecrets(storage: Storage): Promise<(SecretIndexEntry & { secretKey: string })[]> {
  const found = await storage.list<SecretIndexEntry>(credentialsIndexPrefix);
  return found.map(({ key, value }) => ({ ...value, secretKey: key.slice('index-of-'.length) }));
}
