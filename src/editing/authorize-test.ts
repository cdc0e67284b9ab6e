import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/data-source-store';
import { whoSignsIn } from '../data-sources/who-signs-in';
import type { Access } from '../grants/access';
import { authorizeForm } from '../grants/authorize-form';
import { requireAccess, rightsOf } from '../panel/load/identity/rights';
import type { PanelServices } from '../panel/load/panel-services';
import type { DataSourceForm } from '../shared/contract';
import { Problem } from '../shared/problem';

/**
 * Access for an admin who tests a form: as `authorizeForm` where one account signs in for all. Where readers have accounts of
 * their own, with that of the admin, which they connect like everybody else once the data source is saved; without one, with the
 * shared account where there is one.
 * @throws Problem as `authorizeForm`; `connect-needed` where only their own account can be used, and is not connected
 */
export async function authorizeTest(
  form: DataSourceForm,
  { accountId }: { accountId: string },
  services: PanelServices,
): Promise<Access> {
  const who = whoSignsIn(form.settings);
  if (who === 'one-account') return authorizeForm(form, { accountId }, services);
  const stored = form.id === undefined ? undefined : await getDataSource(form.id, services.dataSources);
  const own = stored && (await ownAccessOf({ ...stored, settings: form.settings }, accountId, services));
  if (own) return own;
  if (who === 'each-reader-else-shared') return authorizeForm(form, { accountId }, services);
  throw saveFirst();
}

/** With the shared account where they never connected one of their own; `undefined` then. */
async function ownAccessOf(
  dataSource: DataSource,
  accountId: string,
  services: PanelServices,
): Promise<Access | undefined> {
  const rights = await rightsOf(dataSource, { accountId, sharedWithoutAccount: true }, services);
  const isShared = 'sharedView' in rights && rights.sharedView !== undefined;
  return isShared ? undefined : requireAccess(rights);
}

const saveFirst = () =>
  new Problem('connect-needed', 'Each reader signs in with an account of their own here, and so do you.', {
    remedy: 'Save the data source, connect your account, then test it.',
  });
