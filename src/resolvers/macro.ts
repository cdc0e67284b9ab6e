import * as v from 'valibot';
import type { MacroCalls } from '../contract';
import { loadPanel } from '../panel/load-panel';
import { listPanelChoices, previewChoice } from '../panel/panel-choices';
import type { VerifiedContent } from '../ports';
import { Problem } from '../problem';
import type { CallContext, CallTable } from './call';
import { defineCalls } from './define';
import { loadRequestSchema } from './panel-schema';
import { textSchema } from './validate';

/** All calls of the macro and of its settings dialog. */
export const macroCalls: CallTable<MacroCalls> = {
  loadPanel: {
    role: 'reader',
    input: loadRequestSchema,
    run: (request, { caller, services }) => loadPanel(request, caller, services),
  },
  listPanelChoices: {
    role: 'editor',
    input: v.object({ text: textSchema(200) }),
    run: ({ text }, context) => listPanelChoices(text, editedContent(context), context.services),
  },
  previewChoice: {
    role: 'editor',
    input: v.object({ panelId: textSchema(100) }),
    run: ({ panelId }, context) => previewChoice(panelId, editedContent(context), context.services),
  },
};

/** The guard sets it for every editor's call; without it there is nothing to show. */
function editedContent({ content }: CallContext): VerifiedContent {
  if (content) return content;
  throw new Problem('forbidden', 'Only people who may edit this page may do this.');
}

/** The resolver function of the macro. */
export const macro = defineCalls(macroCalls);
