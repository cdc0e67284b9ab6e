import * as v from 'valibot';
import type { AdminCalls, Badge, CallInput, DataSourceSettings, Finding } from '../shared/contract';
import type { DataSource } from '../data-sources/data-source';
import { defaultLimits, defaultResponse, noBody } from '../data-sources/default-settings';
import { getDataSource } from '../data-sources/data-source-store';
import { badgeOf } from '../grants/badge';
import { draftOfForm, type Draft } from '../grants/draft';
import { grantId } from '../grants/grant';
import { lintConnection } from '../editing/lint-connection';
import { urlLength } from '../shared/limits';
import { parseUrl } from '../shared/parse-url';
import { authenticationSchema } from '../authentication/registry';
import type { Caller } from './call';
import { dataSourceFormEntries } from './data-source-schema';
import type { Services } from './services';
import { boundedList, trimmedText } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const nothingYet: DataSourceSettings = {
  name: '',
  request: { method: 'GET', url: '', parameters: [], headers: [], body: noBody },
  authentication: { type: 'none' },
  pagination: { style: 'none' },
  variables: [],
  response: defaultResponse,
  limits: defaultLimits,
  allowedSpaces: { mode: 'undecided' },
};

/** Of the settings, only what findings depend on: the form is looked at while it is typed, when much is still missing. */
const lintedSettings = v.pipe(
  v.object({
    request: v.object({ url: trimmedText(urlLength) }),
    authentication: v.fallback(authenticationSchema, { type: 'none' }),
  }),
  v.transform(({ request: { url }, authentication }): DataSourceSettings => {
    return { ...nothingYet, request: { ...nothingYet.request, url }, authentication };
  }),
);

/** The form as `lintDataSource` takes it. */
export const lintedFormSchema = schemaOf<LintedForm>()(
  v.object({
    ...dataSourceFormEntries,
    settings: lintedSettings,
    secrets: v.optional(dataSourceFormEntries.secrets, {}),
    callbackCopied: v.boolean(),
    failureCodes: v.optional(boundedList(trimmedText(100), 10, 'codes')),
  }),
);

type LintedForm = CallInput<AdminCalls, 'lintDataSource'>;

/**
 * What is wrong or risky about the form as it stands, saved or not; broken rules are not told here.
 * @throws Problem `not-found`, `forbidden` (another admin's draft)
 */
export async function lintForm(form: LintedForm, { accountId }: Caller, services: Services): Promise<Finding[]> {
  const owner = await ownerOf(form, accountId, services);
  const grant = owner && (await services.grants.get(grantId(owner.id)));
  const connection = { settings: form.settings, credentials: owner?.credentials };
  const badge: Badge = isWhole(form) ? badgeOf(grant, connection, services.now()) : { state: 'not-authenticated' };
  const { callbackCopied, failureCodes } = form;
  return lintConnection(connection, { badge, grant, callbackCopied, failureCodes, now: services.now() });
}

async function ownerOf(
  form: LintedForm,
  accountId: string,
  services: Services,
): Promise<Draft | DataSource | undefined> {
  const draft = await draftOfForm(form, accountId, services);
  if (draft && (await services.grants.get(grantId(draft.id)))?.state === 'ok') return draft;
  return form.id ? getDataSource(form.id, services.dataSources) : undefined;
}

/** A grant is recognized by the origin of the URL, which may still be half typed. */
const isWhole = ({ settings }: LintedForm) => parseUrl(settings.request.url) !== undefined;
