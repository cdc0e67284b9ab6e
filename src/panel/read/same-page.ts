import { itemsFingerprint } from '../../requests/pagination/styles';
import type { Page } from './fetch-page';
import { rowsSelectorOf } from './end-of-reading';
import type { Progress } from './reading-progress';
import type { Ending } from './reading-run';
import type { Upstream } from './upstream';

/** What tells the rows of one page from those of another; `undefined` where the style of paging does not need it. */
export const fingerprintOf = (upstream: Upstream, document: unknown) =>
  itemsFingerprint(upstream.settings.pagination, document, rowsSelectorOf(upstream));

/** The end of a reading whose page is the one before again; `undefined` for another one, which is noted. */
export function samePage(upstream: Upstream, { document }: Page, progress: Progress): Ending | undefined {
  const fingerprint = fingerprintOf(upstream, document);
  const isSame = fingerprint !== undefined && fingerprint === progress.fingerprint;
  progress.fingerprint = fingerprint;
  if (!isSame) return undefined;
  const [one, two] = [progress.pages, progress.pages + 1];
  return { stopReason: 'repeated-link', warning: `Page ${two} returned the same rows as page ${one}.` };
}
