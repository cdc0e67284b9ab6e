import type { SlowFetch } from '../../../ports';
import type { Problem } from '../../../shared/problem';
import type { FrameRead } from '../../read/read-frame';
import type { PanelServices } from '../panel-services';
import type { Landing } from './land';
import type { CountedAccess } from './request-budget';
import type { RowLog } from './row-log';
import type { RunWork } from './run-work';

/** How a holder's work ended. */
export type RunEnd =
  /** The reading is over. */
  | { kind: 'landed'; landing: NonNullable<Landing> }
  /** Others go on with it, once somebody brings the ticket; `read` is what there is so far, where it is all in hand. */
  | { kind: 'left'; ticket?: string; read?: FrameRead; problem?: Problem }
  /** Somebody else holds the flight by now. */
  | { kind: 'lost' }
  /** The source does not know the place any more. */
  | { kind: 'gone' };

/** What the background needs to go on. */
export type Job = Pick<SlowFetch, 'panelId' | 'values' | 'accountId'>;

/** What a holder reads with. */
export interface Reader {
  work: RunWork;
  lead: RowLog;
  job: Job;
  counted: CountedAccess;
  services: PanelServices;
}
