import type { LoadReply, LoadRequest, ReadProgress } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import type { Reading } from '../frame';
import type { Access } from '../grants/access';
import type { FrameSource } from '../visuals/frame-source';
import { visuals } from '../visuals/registry';
import type { Ages } from './freshness';
import type { RecentLoad } from './recent-loads';
import type { Panel } from './panel';
import type { PanelServices } from './panel-services';
import { frameColumns } from './shape';
import { SnapshotGone, snapshotSource } from './snapshot/decode';
import type { SnapshotHead } from './snapshot/head';
import { readHead, type SnapshotPlace } from './snapshot/store';

/** One reader's asking: for which rows of which panel, and everything that decides what he gets. */
export interface Load {
  panel: Panel;
  dataSource: DataSource;
  access: Access;
  place: SnapshotPlace;
  /** Names what is asked of the remote, which other panels may ask too. */
  flightId: string;
  ages: Ages;
  request: LoadRequest;
  services: PanelServices;
  /** Told what was found that a crowd may be answered with. */
  found?: (found: RecentLoad['found']) => void;
}

/** What there is to say about rows beside their reading. */
export interface RowsNote {
  staleReason?: string;
  askAgainMs?: number;
  progress?: ReadProgress;
}

/** The head kept for what is asked, `undefined` where there is none or its time is over. */
export async function keptHead({ place, ages, services }: Load): Promise<SnapshotHead | undefined> {
  const now = services.now();
  const head = await readHead(place, now, services.storage);
  return head && now - head.reading.fetchedAt <= ages.keepMs ? head : undefined;
}

/** The rows behind a head, or behind the one that has replaced it meanwhile; `undefined` where their chunks are gone. */
export async function keptRows(load: Load, head: SnapshotHead, note: RowsNote = {}): Promise<LoadReply | undefined> {
  const reply = await rowsBehind(load, head, note);
  if (reply) return reply;
  const newer = await keptHead(load);
  return newer && newer.writeId !== head.writeId ? rowsBehind(load, newer, note) : undefined;
}

/** The rows behind just this head; `undefined` where their chunks are gone. */
export async function rowsBehind(
  load: Pick<Load, 'panel' | 'request' | 'services'>,
  head: SnapshotHead,
  note: RowsNote = {},
): Promise<LoadReply | undefined> {
  try {
    const columns = frameColumns(load.panel.settings.columns);
    return await replyWith(load, snapshotSource(head, columns, load.services.storage), head.reading, note);
  } catch (error) {
    if (error instanceof SnapshotGone) return undefined;
    throw error;
  }
}

/** The reply with the asked window of the panel's visual. */
export async function replyWith(
  { panel: { settings }, request }: Pick<Load, 'panel' | 'request'>,
  source: FrameSource,
  reading: Reading,
  { staleReason, ...more }: RowsNote = {},
): Promise<LoadReply> {
  const { type, rowsPerPage } = settings.visual;
  const view = await visuals[type](source, request.window);
  const age = { fetchedAt: reading.fetchedAt, staleReason };
  return { state: 'view', title: settings.name, rowsPerPage, view, reading, age, ...more };
}
