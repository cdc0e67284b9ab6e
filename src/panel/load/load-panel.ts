import type { LoadReply, LoadRequest, VariableView } from '../../shared/contract';
import { whoSignsIn } from '../../data-sources/who-signs-in';
import { sha256 } from '../../ids';
import { drawing, rowsPerPage, wantedOf } from './draw-panel';
import { isFlightHeld } from './flight/flight';
import { ConnectNeeded } from './identity/connect-card';
import { picturesOf } from './identity/pictures';
import { whoseRows } from './identity/rights';
import { askAgainAfter } from './flight/waiting';
import { type Load, type Loaded, type OpenLoad, rowsBehind } from './kept-rows';
import { loadRows } from './load-rows';
import { openChecked } from './open-checked';
import { loadOf, type OpenPanel, requireAllowed, sentVariables } from './open-panel';
import type { PanelServices } from './panel-services';
import type { RecentLoad } from './recent-loads';
import { areLongStale, isEnding } from './warned';
import { canonicalJson } from './snapshot/snapshot-hash';
import type { View } from '../../shared/view';
import type { PageReader } from '../variables/read-context';

/**
 * The requested rows of a panel for a reader who may see it on the page they say they are on; `pending`, or what they
 * must say first, or the card of an account that they have to connect.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, `invalid-input` for a value that a variable cannot have,
 *   and those of `loadRows`; every message is fit for readers
 */
export async function loadPanel(
  request: LoadRequest,
  pageReader: PageReader,
  services: PanelServices,
): Promise<LoadReply> {
  const burst = burstOf(request);
  if (request.refresh) services.recentLoads.forget(burst);
  const known = request.carry === undefined ? services.recentLoads.of(burst) : undefined;
  if (known) {
    await requireAllowed(known.dataSource.settings.allowedSpaces, pageReader, services);
    services.seenPages.see(known.panelId, pageReader.claimedContentId);
    const reply = await asTheBurst(known, request, services);
    if (reply) return reply;
  }
  const open = await openChecked(request, pageReader, services);
  const { panel, inputs, rights } = open;
  services.seenPages.see(panel.id, pageReader.claimedContentId);
  const variables = sentVariables(inputs);
  const title = panel.settings.name;
  if ('card' in rights) return { state: 'connect', title, card: rights.card, variables };
  if (inputs.missing.length > 0)
    return { state: 'input-needed', title, missing: inputs.missing, variables: inputs.views };
  try {
    return await rowsOfOpen(open, { request, burst, title, variables }, services);
  } catch (error) {
    if (error instanceof ConnectNeeded) return { state: 'connect', title, card: error.card, variables };
    throw error;
  }
}

interface Told {
  request: LoadRequest;
  burst: string;
  title: string;
  variables: VariableView[] | undefined;
}

async function rowsOfOpen(
  open: OpenPanel,
  { request, burst, title, variables }: Told,
  services: PanelServices,
): Promise<LoadReply> {
  const { panel, dataSource, inputs, chosen, rights } = open;
  const load = loadOf(open, services, request);
  const { visual } = load.bound;
  const pictures = picturesOf(panel.settings, dataSource.settings);
  const shown = { title, visual, variables, isEnding: isEnding(dataSource, load.access, services.now()) };
  const { onlyWhenComplete = false } = panel.settings;
  const found: Load<View>['found'] = (what) => {
    if (onlyWhenComplete && 'head' in what && what.head.part) return;
    // It is asked before anybody's identity is known.
    const isOneAccount = whoSignsIn(dataSource.settings) === 'one-account';
    const isForAll = isOneAccount && !inputs.isPersonal && chosen.length === 0;
    if (isForAll) services.recentLoads.keep(burst, { panelId: panel.id, dataSource, ...shown, found: what });
  };
  // One value in a sentence says nothing of the rows that it is made of.
  const needsAll = request.inline !== undefined || onlyWhenComplete;
  const wanted = { ...wantedOf(request, panel.id), pictures };
  const loaded = await loadRows({ ...load, found, needsAll, draw: drawing(visual, wanted) });
  const reply = replyOf(loaded, shown, services.now());
  return reply.state === 'view' ? { ...reply, ...whoseRows(rights, dataSource.id) } : reply;
}

/**
 * What decides which rows a reader gets of a panel with these values, of which something else than its view is made.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, `connect-needed`, `invalid-input`
 */
export async function openForReader(
  request: Pick<LoadRequest, 'panelId' | 'values'>,
  pageReader: PageReader,
  services: PanelServices,
): Promise<OpenLoad> {
  return loadOf(await openChecked(request, pageReader, services), services);
}

/** Those who request the same panel with the same values. */
function burstOf({ panelId, values = {} }: LoadRequest): string {
  return Object.keys(values).length === 0 ? panelId : `${panelId}|${sha256(canonicalJson(values))}`;
}

/** What everybody is told at this moment; `undefined` where this reader must look for themselves. */
async function asTheBurst(
  known: RecentLoad,
  request: LoadRequest,
  services: PanelServices,
): Promise<LoadReply | undefined> {
  const { found, visual, panelId } = known;
  const now = services.now();
  if ('head' in found) {
    const { part, freshUntil } = found.head;
    if (request.inline && part) return undefined;
    if (now >= (part?.until ?? freshUntil)) return undefined;
    const note = part && { askAgainMs: askAgainAfter(undefined, now) };
    const rows = await rowsBehind(
      { draw: drawing(visual, wantedOf(request, panelId)), services, request },
      found.head,
      note,
    );
    return rows && replyOf(rows, known, now);
  }
  if (!isFlightHeld(found.flight, now)) return undefined;
  return replyOf({ state: 'pending', askAgainMs: askAgainAfter(found.flight, now) }, known, now);
}

function replyOf(
  loaded: Loaded<View>,
  { title, visual, variables, isEnding: ends }: Pick<RecentLoad, 'title' | 'visual' | 'variables' | 'isEnding'>,
  now: number,
): LoadReply {
  if (loaded.state === 'pending') return { ...loaded, variables };
  const isWarned = ends || areLongStale(loaded.age, now);
  return { ...loaded, title, rowsPerPage: rowsPerPage(visual), variables, ...(isWarned && { warned: true }) };
}
