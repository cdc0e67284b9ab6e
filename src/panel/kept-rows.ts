import type { LoadReply, LoadRequest } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import type { Reading } from '../frame';
import type { Access } from '../grants/access';
import type { FrameSource } from '../visuals/frame-source';
import { visuals } from '../visuals/registry';
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
  request: LoadRequest;
  services: PanelServices;
}

/** The head kept for what is asked, `undefined` where there is none. */
export function keptHead({ place, services }: Load): Promise<SnapshotHead | undefined> {
  return readHead(place, services.now(), services.storage);
}

/** The rows behind a head, or behind the one that has replaced it meanwhile; `undefined` where their chunks are gone. */
export async function keptRows(load: Load, head: SnapshotHead, staleReason?: string): Promise<LoadReply | undefined> {
  const reply = await rowsBehind(load, head, staleReason);
  if (reply) return reply;
  const newer = await keptHead(load);
  return newer && newer.writeId !== head.writeId ? rowsBehind(load, newer, staleReason) : undefined;
}

async function rowsBehind(load: Load, head: SnapshotHead, staleReason?: string): Promise<LoadReply | undefined> {
  try {
    const columns = frameColumns(load.panel.settings.columns);
    return await replyWith(load, snapshotSource(head, columns, load.services.storage), head.reading, staleReason);
  } catch (error) {
    if (error instanceof SnapshotGone) return undefined;
    throw error;
  }
}

/** The reply with the asked window of the panel's visual. */
export async function replyWith(
  { panel: { settings }, request }: Load,
  source: FrameSource,
  reading: Reading,
  staleReason?: string,
): Promise<LoadReply> {
  const { type, rowsPerPage } = settings.visual;
  const view = await visuals[type](source, request.window);
  const age = { fetchedAt: reading.fetchedAt, staleReason };
  return { state: 'view', title: settings.name, rowsPerPage, view, reading, age };
}
