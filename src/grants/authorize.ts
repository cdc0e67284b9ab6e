import type { DataSourceForm, DataSourceSettings } from '../contract';
import { connectionFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/store';
import type { EntityStorage, Storage } from '../ports';
import type { Access } from './access';
import { openDraft } from './draft';
import { grantId } from './grant';
import { grantAccess, openAccess } from './grant-access';
import type { GrantServices } from './grant-services';

export interface FormServices extends GrantServices {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
}

/** Access to a stored data source. No token is fetched yet; a missing grant is told by `headers()`. */
export async function authorize(dataSource: DataSource, services: GrantServices): Promise<Access> {
  const { settings, id } = dataSource;
  if (settings.authentication.type === 'none') return openAccess;
  return grantAccess(await services.grants.get(grantId(id)), dataSource, services);
}

/**
 * Access for a form as it stands, saved or not: with the grant of its draft or of the stored data source, and only if
 * that grant was won for the very connection the form describes. The settings must have passed the rules. A form that
 * needs no authentication is not looked up at all.
 * @throws Problem `not-found` (unknown draft or data source), `forbidden` (somebody else's draft)
 */
export async function authorizeForm(
  form: DataSourceForm,
  caller: { accountId: string },
  services: FormServices,
): Promise<Access> {
  if (form.settings.authentication.type === 'none') return openAccess;
  const owner = await ownerOf(form, caller, services);
  if (!owner) return grantAccess(undefined, { settings: form.settings }, services);
  const connection = { settings: form.settings, credentials: owner.credentials };
  return grantAccess(await services.grants.get(grantId(owner.id)), connection, services);
}

/** Whose grant the form may use: its draft's, if that describes the same connection, else the stored data source's. */
async function ownerOf(form: DataSourceForm, caller: { accountId: string }, services: FormServices) {
  const draft = form.draftId ? await openDraft(form.draftId, caller.accountId, services) : undefined;
  if (draft && isSameConnection(draft.settings, form.settings)) return draft;
  return form.id ? getDataSource(form.id, services.dataSources) : undefined;
}

const isSameConnection = (one: DataSourceSettings, other: DataSourceSettings) =>
  connectionFingerprint(one) === connectionFingerprint(other);
