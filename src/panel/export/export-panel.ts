import { type AdfDocument, adfSentence } from '../../visuals/adf/nodes';
import { type FrameSource, withoutColumns } from '../../visuals/frame-source';
import { wantedOf } from '../load/draw-panel';
import { keptHead, keptRows, type Loaded, type OpenLoad } from '../load/kept-rows';
import { isOwn } from '../load/identity/rights';
import { openChecked } from '../load/open-checked';
import { loadOf } from '../load/open-panel';
import type { ReadRows } from '../load/load-rows';
import type { PanelServices } from '../load/panel-services';
import { type Drawn, drawForDocument } from './draw-for-document';
import { panelDocument, valueDocument } from './panel-document';

/** What a macro in an exported page requests. */
export interface ExportRequest {
  panelId: string;
  /** Of the panel's variables, by key. */
  values?: Record<string, string>;
  /** Keys of columns. */
  hiddenColumns?: string[];
  /** In place of the panel's name. */
  title?: string;
  /** One value in a sentence. */
  inline?: { column?: string };
  /** Of the page that is exported. */
  contentId?: string;
}

/**
 * The panel as a document, from the rows that readers were shown last; nothing is ever fetched for it. What belongs to
 * one person is not in it, nor what only accounts of readers bring. `services` must call Confluence as the app, because nobody knows who reads the document.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, `invalid-input`, `visual-unsuited`
 */
export async function exportPanel(request: ExportRequest, services: PanelServices): Promise<AdfDocument> {
  const open = await openChecked(request, { claimedContentId: request.contentId }, services, keptOnly);
  const { rights, dataSource } = open;
  const { name } = open.panel.settings;
  if ('card' in rights) return adfSentence(personal(name));
  const load = loadOf(open, services);
  if (isOwn(load.access) || load.isAboutReader) return adfSentence(personal(name));
  const rows = await keptView(load, wantedOf(request, load.panel.id));
  if (rows?.state !== 'view') return adfSentence(nothingKept(name));
  const { view: drawn, reading, age } = rows;
  const whose = rights.sharedView && sharedWords(dataSource.settings.name);
  return request.inline
    ? valueDocument(drawn, whose)
    : panelDocument(drawn, request.title ?? name, { ...age, reading, whose });
}

async function keptView(load: OpenLoad, request: ExportRequest): Promise<Loaded<Drawn> | undefined> {
  const leftOut = new Set(request.hiddenColumns);
  const draw = (source: FrameSource) => {
    const shown = withoutColumns(source, ({ key, hidden }) => hidden === true || leftOut.has(key));
    return drawForDocument(shown, load.bound.visual, request.inline);
  };
  return keptOnly({ ...load, draw });
}

const keptOnly: ReadRows = async (load) => {
  const head = await keptHead(load);
  return head && keptRows(load, head);
};

const personal = (name: string) =>
  `“${name}” shows each reader personal data, so it is not part of an exported document. Open the page in Confluence to see it.`;

const sharedWords = (service: string) =>
  `Shared view. Connect your account at ${service} in Confluence to see your own rows.`;

const nothingKept = (name: string) =>
  `No rows of “${name}” are stored at the moment. Open the page in Confluence, wait until the rows appear, and export it again.`;
