import * as v from 'valibot';
import { exportPanel } from '../panel/export/export-panel';
import { contentSeenByApp } from '../platform/content';
import { directorySeenByApp } from '../platform/directory';
import { licensed, unidentified } from '../platform/identity';
import { type AdfDocument, adfSentence } from '../visuals/adf/nodes';
import { exportRequest } from './export-payload';
import { openServices } from './open-services';
import { problemReply, redacted } from './reply';
import type { Services } from './services';

const person = { accountId: v.optional(v.string()), accountType: v.optional(v.string()) };

/** The platform's own word; an export may have no person behind it. */
const contextSchema = v.looseObject({
  ...person,
  installContext: v.pipe(v.string(), v.minLength(1)),
  principal: v.optional(v.looseObject(person)),
});

type Person = Pick<v.InferOutput<typeof contextSchema>, 'accountId' | 'accountType'>;

/** Whether the person may see data on a page too; nobody is somebody without an account. */
const isRefused = ({ accountId, accountType }: Person) =>
  accountId === unidentified || (accountType !== undefined && accountType !== licensed);

type OpenForExport = (site: string) => Services;

/** Nobody's services: Confluence is called as the app, since the document's readers are not known. */
const openForExport: OpenForExport = (site) => {
  const services = openServices({ site, accountId: '' });
  const directory = { ...services.directory, ...directorySeenByApp };
  return { ...services, directory, content: contentSeenByApp };
};

/** The panel of a macro as part of an exported page. */
export const exportMacro = (payload: unknown, context: unknown): Promise<AdfDocument> =>
  handleExport(payload, context, { isInline: false }, openForExport);

/** The value of an inline macro as part of an exported page. */
export const exportValue = (payload: unknown, context: unknown): Promise<AdfDocument> =>
  handleExport(payload, context, { isInline: true }, openForExport);

/** The document that stands for the macro; where it cannot be made, one that says why. */
export async function handleExport(
  payload: unknown,
  context: unknown,
  { isInline }: { isInline: boolean },
  open: OpenForExport,
): Promise<AdfDocument> {
  const known = v.safeParse(contextSchema, context);
  if (!known.success || [known.output, known.output.principal ?? {}].some(isRefused))
    return adfSentence(notForEverybody);
  const request = exportRequest(payload, isInline);
  if (!request) return adfSentence(noPanel);
  const services = open(known.output.installContext);
  try {
    return redacted(await exportPanel(request, services), services.redactor);
  } catch (error) {
    return adfSentence(problemReply(error, 'export', 'everyone', services.log).message);
  }
}

const notForEverybody = 'This data is for people with a Confluence license. Log in and export the page again.';
const noPanel = 'No panel has been picked here. An editor can pick one in the settings of the macro.';
