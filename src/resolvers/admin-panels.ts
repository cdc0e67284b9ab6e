import * as v from 'valibot';
import type { AdminCalls } from '../shared/contract';
import { listPanelSummaries, viewOfPanel } from '../editing/panel-choices';
import { pagesShowing } from '../editing/pages-showing';
import { previewOnForm } from '../editing/preview-on-form';
import { previewPanel, proposeFor } from '../editing/preview-panel';
import { proposeFromExample } from '../editing/propose/propose-from-example';
import { deletePanel, savePanel } from '../editing/save-panel';
import { getPanel } from '../panel/load/panel-store';
import { testDataSource } from '../editing/trial/test-data-source';
import { testProgress } from '../editing/trial/test-progress';
import type { CallTable } from './call';
import { dataSourceFormEntries, dataSourceFormSchema } from './data-source-schema';
import { exampleSchema, panelFormSchema, panelSampleSchema, panelSettingsSchema } from './panel-schema';
import { boundedList, idSchema, noInput } from '../schema/fields';
import { variableValuesSchema } from './variable-schema';

const byId = v.object({ id: idSchema });

/** Of whose panels the pages are looked up at once. */
const mostPanelsLooked = 500;

/** The calls of the settings page that are about panels and what their data sources send. */
export const adminPanelCalls = {
  testDataSource: {
    role: 'admin',
    input: v.object({ ...dataSourceFormEntries, testId: v.optional(idSchema) }),
    run: (form, { caller, services }) => testDataSource(form, caller, services),
  },
  testProgress: {
    role: 'admin',
    poll: true,
    input: v.object({ testId: idSchema }),
    run: ({ testId }, { caller, services }) => testProgress({ accountId: caller.accountId, testId }, services.storage),
  },
  listPanels: {
    role: 'admin',
    input: noInput,
    run: (_input, { services }) => listPanelSummaries(services),
  },
  getPanel: {
    role: 'admin',
    input: byId,
    run: async ({ id }, { services }) => viewOfPanel(await getPanel(id, services.panels), services),
  },
  savePanel: {
    role: 'admin',
    input: panelFormSchema,
    run: async (form, { caller, services }) => viewOfPanel(await savePanel(form, caller.accountId, services), services),
  },
  deletePanel: {
    role: 'admin',
    input: v.object({ id: idSchema, successorId: v.optional(idSchema) }),
    run: async (deletion, { services }): Promise<undefined> => {
      await deletePanel(deletion, services);
    },
  },
  panelPages: {
    role: 'admin',
    input: v.object({ panelIds: boundedList(idSchema, mostPanelsLooked, 'panels') }),
    run: ({ panelIds }, { services }) => pagesShowing(panelIds, services),
  },
  proposePanel: {
    role: 'admin',
    input: panelSampleSchema,
    run: (input, { caller, services }) => proposeFor(input, caller, services),
  },
  proposeFromExample: {
    role: 'admin',
    input: exampleSchema,
    run: (example) => Promise.resolve(proposeFromExample(example)),
  },
  previewPanel: {
    role: 'admin',
    input: v.object({
      settings: panelSettingsSchema,
      values: v.optional(variableValuesSchema),
      form: v.optional(dataSourceFormSchema),
    }),
    run: ({ settings, values = {}, form }, { caller: { accountId }, services }) =>
      form
        ? previewOnForm(settings, form, { accountId }, services)
        : previewPanel(settings, values, { accountId }, services),
  },
} satisfies Partial<CallTable<AdminCalls>>;
