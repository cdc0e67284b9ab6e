import type { PageRequest } from '../../requests/pagination/page-facts';
import type { MoreRows, StopReason } from '../../shared/frame';
import type { Problem } from '../../shared/problem';
import type { Page } from './fetch-page';
import type { PagesAhead } from './pages-ahead';
import type { Progress } from './reading-progress';
import type { TakePage, Upstream, UpstreamServices } from './upstream';

/** Why a call reads no further. */
export interface Ending {
  stopReason: StopReason;
  more?: MoreRows;
  warning?: string;
  notModified?: true;
  problem?: Problem;
  /** The request that is next can be made later. */
  isOpen?: true;
}

/** What the steps of one reading share. */
export interface Run {
  upstream: Upstream;
  services: UpstreamServices;
  /** The request for the first page. */
  first: PageRequest;
  progress: Progress;
  take: TakePage;
  ahead: PagesAhead<Page | undefined>;
  /** When this call began to read. */
  startedAt: number;
}
