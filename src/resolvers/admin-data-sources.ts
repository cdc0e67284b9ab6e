import * as v from 'valibot';
import type { AdminCalls } from '../shared/contract';
import { getDataSource } from '../data-sources/data-source-store';
import { authenticate } from '../grants/authenticate';
import { deleteDataSource } from '../editing/delete-data-source';
import { disconnect } from '../grants/disconnect';
import { proveSecret } from '../grants/prove-secret';
import { saveDataSource } from '../editing/save-data-source';
import { urlLength } from '../shared/limits';
import { discoverEndpoints } from '../oauth/discovery';
import { emptyLater } from '../own-accounts/disconnect-readers';
import { ownProvidersText } from '../platform/own-providers';
import { attemptStatus } from './attempt-status';
import type { CallTable } from './call';
import { dataSourceFormSchema } from './data-source-schema';
import { listSummaries, viewOf } from './data-source-view';
import { lintedFormSchema, lintForm } from './lint-form';
import { offeredPresets } from './own-providers';
import { lastUpkeep } from './upkeep';
import { boundedList, idSchema, noInput, textSchema, trimmedText } from '../schema/fields';

const byId = v.object({ id: idSchema });

/** Spaces offered at once while the admin types. */
const spacesShown = 20;
const requestedIds = 500;
const spaceId = v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'This is not the ID of a space.'));

/** The calls of the settings page that are about data sources. */
export const adminDataSourceCalls = {
  adminContext: {
    role: 'admin',
    input: noInput,
    run: async (_input, { services }) => ({
      callbackUrl: await services.callbackUrl(),
      presets: offeredPresets(ownProvidersText(), services.log),
      lastUpkeep: await lastUpkeep(services.storage),
      loopbackAllowed: services.loopbackAllowed,
    }),
  },
  listDataSources: {
    role: 'admin',
    input: noInput,
    run: (_input, { services }) => listSummaries(services),
  },
  getDataSource: {
    role: 'admin',
    input: byId,
    run: async ({ id }, { services }) => viewOf(await getDataSource(id, services.dataSources), services),
  },
  saveDataSource: {
    role: 'admin',
    input: dataSourceFormSchema,
    run: async (form, { caller, services }) => {
      const saved = await saveDataSource(form, caller, services);
      await emptyLater(saved.id, services);
      return viewOf(saved, services);
    },
  },
  deleteDataSource: {
    role: 'admin',
    input: byId,
    run: async ({ id }, { services }) => {
      const deletedPanels = await deleteDataSource(id, services);
      await emptyLater(id, services);
      return { deletedPanels };
    },
  },
  authenticate: {
    role: 'admin',
    input: dataSourceFormSchema,
    run: (form, { caller, services }) => authenticate(form, caller, services),
  },
  authenticationStatus: {
    role: 'admin',
    poll: true,
    input: v.object({ attemptId: idSchema }),
    run: ({ attemptId }, { caller, services }) => attemptStatus(attemptId, caller, services),
  },
  disconnect: {
    role: 'admin',
    input: byId,
    run: async ({ id }, { services }) => {
      const dataSource = await getDataSource(id, services.dataSources);
      await disconnect(dataSource, services);
      return viewOf(dataSource, services);
    },
  },
  proveSecret: {
    role: 'admin',
    input: dataSourceFormSchema,
    run: async (form, { caller, services }) => (await proveSecret(form, caller, services)) ?? null,
  },
  discoverEndpoints: {
    role: 'admin',
    input: v.object({ issuer: trimmedText(urlLength) }),
    run: ({ issuer }, { services }) => discoverEndpoints(issuer, services),
  },
  lintDataSource: {
    role: 'admin',
    input: lintedFormSchema,
    run: (form, { caller, services }) => lintForm(form, caller, services),
  },
  findSpaces: {
    role: 'admin',
    input: v.object({
      text: textSchema(100),
      ids: v.optional(boundedList(spaceId, requestedIds, 'spaces')),
    }),
    run: (query, { services }) => services.directory.findSpaces(query, query.ids ? requestedIds : spacesShown),
  },
} satisfies Partial<CallTable<AdminCalls>>;
