import type { DataSourceForm } from '../shared/contract';
import type { Catalog } from '../data-sources/catalog/catalog';
import { chooseSecrets } from '../data-sources/choose-secrets';
import { connectionFingerprint } from '../data-sources/connection';
import { forgetSecret, storeSecrets } from '../data-sources/credentials';
import { dataSourceSchema, type Credentials, type DataSource } from '../data-sources/data-source';
import { refuseFields, requireValid } from '../data-sources/rules';
import { getDataSource, listDataSources } from '../data-sources/data-source-store';
import { readersEpochAfter, usesSharedAccount } from '../data-sources/readers-epoch';
import { signInCount } from '../data-sources/sign-in';
import { hasTypedSecret } from '../data-sources/typed-secrets';
import { newId } from '../ids';
import type { EntityStorage, Transact } from '../ports';
import { Problem } from '../shared/problem';
import { adoptGrant, grantToAdopt } from '../grants/adopt-grant';
import { discardDraft } from '../grants/discard-draft';
import { disconnect, heldTokens, nothingHeld, type HeldTokens } from '../grants/disconnect';
import { draftOfForm, type Draft } from '../grants/draft';
import { grantId } from '../grants/grant';
import { beingRefreshed } from '../grants/grant-problems';
import type { GrantServices } from '../grants/grant-services';
import { letGo } from '../grants/let-go';
import { tryOwnTokens } from '../grants/own-tokens';
import type { PendingPorts } from '../grants/pending';
import { readableGrant } from '../grants/readable-grant';
import { forgetSharedRows } from './forget-shared-rows';
import { isOwnGrant } from '../grants/token-endpoint';

export interface SaveServices extends PendingPorts, GrantServices {
  catalog: Catalog;
  dataSources: EntityStorage<DataSource>;
  transact: Transact;
}

/** All that a save starts from. */
interface Save {
  /** Of the stored data source, or the one kept for it by its draft, or a new one. */
  id: string;
  form: DataSourceForm;
  stored?: DataSource;
  draft?: Draft;
}

/**
 * The data source as stored now. A new secret goes under a name of its own, then one conditional write switches the
 * record to it and, with a draft of the same connection and secret, makes the draft's grant the live one; then the old
 * secret goes. Whatever breaks off in between leaves the old data source or the new one.
 * @throws Problem `invalid-input` with the fields to change (a secret to be typed again included), `conflict` (changed
 *   by somebody else since the form was opened, or a new one with the draft of a stored one), `not-found`, `record-newer`, `forbidden`, `busy`
 */
export async function saveDataSource(
  form: DataSourceForm,
  caller: { accountId: string },
  services: SaveServices,
): Promise<DataSource> {
  requireValid(form.settings, 'save', services);
  const stored = form.id ? await getDataSource(form.id, services.dataSources) : undefined;
  if (stored && stored.rev !== form.rev) throw changedBySomebodyElse();
  if (stored) readableGrant(await services.grants.get(grantId(stored.id)));
  await requireFreeName(form, services.dataSources);
  const draft = await draftOfForm(form, caller.accountId, services);
  if (draft && !stored) await requireNew(draft, services);
  const save: Save = { id: stored?.id ?? draft?.dataSourceId ?? newId(), form, stored, draft };
  const credentials = await newCredentials(save, services);
  const record = recordOf(save, credentials, caller.accountId, services.now());
  const former = await formerTokens(save, record, services);
  await switchRecord(record, save, services);
  await endFormerGrant(former, record, save, services);
  await tidyUp(record, save, services);
  if (await needsOwnTokens(record, save, services)) await tryOwnTokens(record, services);
  return record;
}

const changedBySomebodyElse = () =>
  new Problem(
    'conflict',
    'Someone else has saved this data source since you opened it. Open it again to see the changes.',
  );

/** What has ever stood under the id that a draft brings is changed by its revision alone, and never made anew. */
async function requireNew({ dataSourceId, isOfStored }: Draft, { dataSources, grants }: SaveServices): Promise<void> {
  const stored = await Promise.all([dataSources.get(dataSourceId), grants.get(grantId(dataSourceId))]);
  if (!isOfStored && stored.every((record) => record === undefined)) return;
  throw new Problem(
    'conflict',
    'This sign-in was made for a data source that has been saved. Open it, and save it there.',
  );
}

async function requireFreeName(
  { id, settings }: DataSourceForm,
  dataSources: EntityStorage<DataSource>,
): Promise<void> {
  const wanted = settings.name.trim().toLowerCase();
  const all = await listDataSources(dataSources);
  const isTaken = all.some((each) => each.id !== id && each.settings.name.trim().toLowerCase() === wanted);
  if (isTaken) refuseFields([{ path: 'name', message: 'Another data source already has this name.' }]);
}

/** The pointer to the secrets that go with the new settings: typed, the draft's or the stored ones, in this order. */
async function newCredentials(save: Save, services: SaveServices): Promise<Credentials | undefined> {
  const { id, form, stored, draft } = save;
  const candidates = [draft?.credentials, stored?.credentials];
  const { values, record } = await chooseSecrets(form, candidates, services.secrets);
  if (Object.keys(values).length === 0) return undefined;
  const isOwn = record && record.secretKey === stored?.credentials?.secretKey;
  return isOwn ? record : storeSecrets(id, form.settings, values, services);
}

function recordOf(
  { id, form, stored }: Save,
  credentials: Credentials | undefined,
  by: string,
  now: number,
): DataSource {
  return {
    schema: dataSourceSchema,
    id,
    rev: (stored?.rev ?? 0) + 1,
    by: newId(),
    settings: { ...form.settings, name: form.settings.name.trim() },
    credentials,
    signIns: signInCount(form.settings.authentication, stored),
    readersEpoch: readersEpochAfter(form.settings, stored),
    createdBy: stored?.createdBy ?? by,
    createdAt: stored?.createdAt ?? now,
    updatedAt: now,
    updatedBy: by,
  };
}

async function switchRecord(record: DataSource, save: Save, services: SaveServices): Promise<void> {
  const draftGrant = await draftGrantOf(save, services);
  const isDone = draftGrant
    ? await adoptGrant(record, save.stored, draftGrant, services)
    : await writeRecord(record, save.stored, services.dataSources);
  if (isDone) return;
  const { credentials } = record;
  if (credentials && credentials.secretKey !== save.stored?.credentials?.secretKey) {
    await forgetSecret(credentials.secretKey, services);
  }
  throw (await isUntouched(save, services)) ? beingRefreshed(3000) : changedBySomebodyElse();
}

/** What an admin has signed in for becomes the account of all, and never one of a reader, be it the admin's own. */
const draftGrantOf = async ({ form: { settings, ...rest }, draft }: Save, services: SaveServices) => {
  const isOfUse = settings.authentication.type === 'oauth2' && usesSharedAccount(settings);
  return draft && isOfUse ? grantToAdopt(draft, { settings, ...rest }, services) : undefined;
};

/** The data source stands as it was, so it was the draft's grant that moved. */
async function isUntouched({ id, stored }: Save, { dataSources }: SaveServices): Promise<boolean> {
  return (await dataSources.get(id))?.rev === stored?.rev;
}

const writeRecord = (record: DataSource, stored: DataSource | undefined, dataSources: EntityStorage<DataSource>) =>
  stored ? dataSources.replace(record.id, stored.rev, record) : dataSources.create(record.id, record);

/** The tokens that the stored data source has, where this save may end them. */
async function formerTokens(
  { stored, draft }: Save,
  record: DataSource,
  { grants }: SaveServices,
): Promise<HeldTokens> {
  if (stored?.settings.authentication.type !== 'oauth2' || (!draft && signsInAlike(stored, record))) return nothingHeld;
  const grant = await grants.get(grantId(stored.id));
  return grant ? heldTokens(grant) : nothingHeld;
}

const signsInAlike = ({ settings: { authentication: before } }: DataSource, { settings }: DataSource) => {
  const { authentication: now } = settings;
  const isSameType = before.type === 'oauth2' && now.type === 'oauth2' && before.grantType === now.grantType;
  return isSameType && usesSharedAccount(settings);
};

/**
 * Tokens that those of a draft have replaced are let go of; where the data source turned to another type or grant type
 * without new ones, or to the accounts of readers alone, it is disconnected.
 */
async function endFormerGrant(
  former: HeldTokens,
  record: DataSource,
  { stored }: Save,
  services: SaveServices,
): Promise<void> {
  if (former.names.length === 0 || !stored) return;
  const grant = await services.grants.get(grantId(record.id));
  const isReplaced = grant !== undefined && grant.tok !== '' && !former.names.includes(grant.tok);
  if (isReplaced) await letGo(former, stored, record.id, services);
  else if (!signsInAlike(stored, record)) await disconnect(stored, services);
}

/** What no record points to any more: the old secret, the draft, and rows of an account that is not used any more. */
async function tidyUp(record: DataSource, { stored, draft }: Save, services: SaveServices): Promise<void> {
  const isOfReadersNow = stored && usesSharedAccount(stored.settings) && !usesSharedAccount(record.settings);
  if (isOfReadersNow) await forgetSharedRows(record.id, services);
  if (stored?.credentials && stored.credentials.secretKey !== record.credentials?.secretKey) {
    await forgetSecret(stored.credentials.secretKey, services);
  }
  if (draft) await discardDraft(draft, services);
}

/**
 * Whether a client should request its tokens now, so that the admin sees at once whether it gets any: it has none for
 * these settings, or its secret was typed. A client that somebody disconnected stays so.
 */
async function needsOwnTokens(record: DataSource, { form, draft }: Save, { grants }: SaveServices): Promise<boolean> {
  if (!isOwnGrant(record.settings)) return false;
  const grant = await grants.get(grantId(record.id));
  const isCurrent = grant?.fingerprint === connectionFingerprint(record.settings);
  if (isCurrent && grant.state === 'none' && grant.epoch > 0) return false;
  const isTyped = !draft && hasTypedSecret(form.settings, form.secrets);
  return isTyped || !isCurrent || grant.state !== 'ok' || grant.trouble !== undefined;
}
