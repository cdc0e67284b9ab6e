import * as v from 'valibot';
import type { MacroCalls } from '../shared/contract';
import { loadPanel } from '../panel/load/load-panel';
import { choiceDetails, type Editor, previewChoice } from '../editing/chosen-panel';
import { editorWarnings } from '../editing/editor-warnings';
import { columnValues } from '../panel/load/column-values';
import { listPanelChoices } from '../editing/panel-choices';
import { variableEntries } from '../panel/load/variable-entries';
import { Problem } from '../shared/problem';
import type { CallContext, CallTable } from './call';
import { defineCalls } from './define';
import { ownAccountCalls } from './own-account-calls';
import {
  choiceSchema,
  columnValuesSchema,
  loadRequestSchema,
  previewChoiceSchema,
  variableEntriesSchema,
} from './load-schema';
import { textSchema } from '../schema/fields';

/** All calls of the macro and of its settings dialog. */
export const macroCalls: CallTable<MacroCalls> = {
  loadPanel: {
    role: 'reader',
    input: loadRequestSchema,
    run: (request, { caller, services }) => loadPanel(request, caller, services),
  },
  columnValues: {
    role: 'reader',
    input: columnValuesSchema,
    run: (request, { caller, services }) => columnValues(request, caller, services),
  },
  variableEntries: {
    role: 'reader',
    input: variableEntriesSchema,
    run: (request, { caller, services }) => variableEntries(request, caller, services),
  },
  listPanelChoices: {
    role: 'editor',
    input: v.object({ text: textSchema(200) }),
    run: ({ text }, context) => listPanelChoices(text, editorOf(context).content, context.services),
  },
  choiceDetails: {
    role: 'editor',
    input: choiceSchema,
    run: ({ panelId }, context) => choiceDetails(panelId, editorOf(context), context.services),
  },
  editorWarnings: {
    role: 'editor',
    input: choiceSchema,
    run: ({ panelId }, context) => editorWarnings(panelId, editorOf(context), context.services),
  },
  previewChoice: {
    role: 'editor',
    input: previewChoiceSchema,
    run: (request, context) => previewChoice(request, editorOf(context), context.services),
  },
  ...ownAccountCalls,
};

/** The guard sets it for every editor's call; without it there is nothing to show. */
function editorOf({ caller: { accountId }, content }: CallContext): Editor {
  if (content) return { accountId, content };
  throw new Problem('forbidden', 'Only people who can edit this page can do this.');
}

/** The resolver function of the macro. */
export const macro = defineCalls(macroCalls);
