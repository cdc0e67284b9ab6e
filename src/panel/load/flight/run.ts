import type { Pagination } from '../../../shared/contract';
import { isCounted } from '../../../requests/pagination/styles';
import type { SnapshotPlace } from '../snapshot/snapshot-store';

/** One reading that several invocations go on with, one after the other, each where the last publication ended. */
export interface Run {
  /** Names the reading in every head of it. */
  id: string;
  /** When it began, and when it was published last; milliseconds since the epoch. */
  began: number;
  at: number;
  /** Publications so far. */
  n: number;
  pages: number;
  /** Taken of the pages for the panel it was begun for, before its row steps. */
  rows: number;
  /** Names the secret with the place to go on at. */
  next: string;
  targets: RunTarget[];
  /** It was begun anew once, because its place was gone at the source. */
  isAnew?: true;
}

/** A panel whose rows come with the run, and what its next holder cannot see from its head. */
export interface RunTarget {
  panelId: string;
  hash: string;
  /** What its rows are made by. */
  rows: string;
  /** Its rows are kept beside those that readers are shown. */
  isAside: boolean;
  /** There were more rows than it could take. */
  isCut?: true;
  /** By columns' keys: how many values so far were not of their type. */
  unreadable: [key: string, count: number][];
  /** Characters in its chunks. */
  bytes: number;
  warnings: string[];
}

const minute = 60_000;
const longestRunMs = 30 * minute;
/** A cursor or a snapshot at the source lives about so long; pages that are counted shift with every row that comes or goes. */
const longestPauseMs = 10 * minute;
const longestCountedPauseMs = 2 * minute;

/** Whether the run may be gone on with. */
export function isFit({ began, at }: Pick<Run, 'began' | 'at'>, pagination: Pagination, now: number): boolean {
  const pause = isCounted(pagination) ? longestCountedPauseMs : longestPauseMs;
  return !isOver({ began }, now) && now - at < pause;
}

/** From when on nobody may go on with the run any more, however its pages are asked for. */
export const endOf = ({ began }: Pick<Run, 'began'>): number => began + longestRunMs;

export const isOver = (run: Pick<Run, 'began'>, now: number): boolean => now >= endOf(run);

/** The panel's part in the run; `undefined` where its rows do not come with it. */
export function targetAt(
  run: Run | undefined,
  place: Pick<SnapshotPlace, 'panelId' | 'hash' | 'rows'>,
): RunTarget | undefined {
  return run?.targets.find(
    ({ panelId, hash, rows }) => panelId === place.panelId && hash === place.hash && rows === place.rows,
  );
}
