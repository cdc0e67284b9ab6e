import type { DataAge, LoadRequest, ReadProgress, RowsSoFar } from '../../shared/contract';
import type { Reading } from '../../shared/frame';
import type { Access } from '../../grants/access';
import type { SlowFetch } from '../../ports';
import { firstRowsOf, type FrameSource } from '../../visuals/frame-source';
import type { FlightTarget } from './flight/targets';
import { Problem } from '../../shared/problem';
import { formerReason, stillShown } from './former-rows';
import type { OwnReading } from './identity/own-reading';
import type { RecentLoad } from './recent-loads';
import type { PanelServices } from './panel-services';
import { SnapshotGone, snapshotSource } from './snapshot/decode';
import { hasSameRows, type SnapshotHead } from './snapshot/head';
import { readHead } from './snapshot/snapshot-store';

/**
 * One reader's request: for which rows of which panel, everything that decides what they get, and what they want of it.
 */
export interface Load<T> extends Omit<FlightTarget, 'head'> {
  access: Access;
  /** Of the reader; absent where nobody is named. */
  accountId?: string;
  /** Set where the rows come with an account of the reader's own. */
  own?: OwnReading;
  /** Names the request, which other panels may make too. */
  flightId: string;
  /** What the background needs to make the same request. */
  job: Pick<SlowFetch, 'panelId' | 'values' | 'accountId'>;
  request: Pick<LoadRequest, 'refresh' | 'refetch' | 'carry' | 'upTo' | 'keepTop'>;
  /** A part of the rows is of no use. */
  needsAll?: boolean;
  /** Who the reader is decides what they get. */
  isAboutReader: boolean;
  /** What is made of the rows, wherever they come from. */
  draw: (source: FrameSource) => Promise<T>;
  services: PanelServices;
  /** Told what was found that a burst of readers may be served with. */
  found?: (found: RecentLoad['found']) => void;
}

/** A load of which nothing is made yet. */
export type OpenLoad = Omit<Load<unknown>, 'draw'>;

/** What there is to say about rows beside their reading. */
export interface RowsNote {
  staleReason?: string;
  askAgainMs?: number;
  progress?: ReadProgress;
  ticket?: string;
}

/** What a load comes to: something made of rows, or "try again" while somebody else fetches them. */
export type Loaded<T> =
  | ({ state: 'view'; view: T; reading: Reading; age: DataAge; part?: RowsSoFar } & Omit<RowsNote, 'staleReason'>)
  | { state: 'pending'; askAgainMs: number; progress?: ReadProgress };

/** The head kept for what is requested, `undefined` where there is none or its time is over. */
export async function keptHead({
  place,
  ages,
  services,
}: Pick<Load<unknown>, 'place' | 'ages' | 'services'>): Promise<SnapshotHead | undefined> {
  const now = services.now();
  const head = await readHead(place, now, services.storage);
  return head && now - head.reading.fetchedAt <= ages.keepMs ? head : undefined;
}

type KeptLoad<T> = Pick<Load<T>, 'panel' | 'place' | 'ages' | 'draw' | 'services' | 'request'>;

/** The rows behind a head, or behind the one that has replaced it meanwhile; `undefined` where none can be shown. */
export async function keptRows<T>(
  load: KeptLoad<T>,
  head: SnapshotHead,
  note: RowsNote = {},
): Promise<Loaded<T> | undefined> {
  const reply = await rowsOf(load, head, note);
  if (reply) return reply;
  const newer = await keptHead(load);
  return newer && !hasSameRows(newer, head) ? rowsOf(load, newer, note) : undefined;
}

/** Rows of before an edit are shown as such, or not at all where the panel as it is now cannot show them. */
async function rowsOf<T>(load: KeptLoad<T>, head: SnapshotHead, note: RowsNote): Promise<Loaded<T> | undefined> {
  if (!head.isFormer) return rowsBehind(load, head, note);
  const draw: Load<T>['draw'] = async (source) => load.draw(await stillShown(load.panel.settings, source));
  try {
    return await rowsBehind({ ...load, draw }, head, { ...note, staleReason: formerReason(note.staleReason) });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The rows behind just this head, as far as the reader looks at them; `undefined` where their chunks are gone. */
export async function rowsBehind<T>(
  { draw, services, request: { upTo, keepTop } }: Pick<Load<T>, 'draw' | 'services' | 'request'>,
  head: SnapshotHead,
  note: RowsNote = {},
): Promise<Loaded<T> | undefined> {
  const { readingId, reading } = head;
  try {
    const all = await snapshotSource(head, services.storage);
    const source = keepTop?.reading === readingId ? { ...all, rowsBefore: keepTop.rows } : all;
    const seen = upTo?.reading === readingId ? firstRowsOf(source, upTo.rows) : source;
    const part = partOf(head, note, seen.rowCount);
    if (!part) return await rowsWith(draw, seen, reading, note);
    return await rowsWith(draw, seen, { ...reading, id: readingId }, { ...note, part });
  } catch (error) {
    if (error instanceof SnapshotGone) return undefined;
    throw error;
  }
}

/** How far the rows are of which more are to come, or are there already; `undefined` where all that are known are shown. */
function partOf(
  { part, reading, rowCount }: SnapshotHead,
  { askAgainMs }: RowsNote,
  seenRows: number,
): RowsSoFar | undefined {
  return (part && askAgainMs !== undefined) || seenRows < rowCount
    ? { rows: rowCount, pages: reading.pagesRead }
    : undefined;
}

/** What is made of the rows, with what there is to say about them. */
export async function rowsWith<T>(
  draw: Load<T>['draw'],
  source: FrameSource,
  reading: Reading,
  { staleReason, ...more }: RowsNote & { part?: RowsSoFar } = {},
): Promise<Loaded<T>> {
  const view = await draw(source);
  return { state: 'view', view, reading, age: { fetchedAt: reading.fetchedAt, staleReason }, ...more };
}
