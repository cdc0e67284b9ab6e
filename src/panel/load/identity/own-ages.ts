import type { DataSourceSettings, PanelSettings } from '../../../shared/contract';
import { type Ages, agesOf } from '../../../shared/freshness';
import { isOwn } from './rights';
import type { Access } from '../../../grants/access';

const dayMs = 86_400_000;

/**
 * How old rows may be that come with this access: of the shared one, what panel and data source say; of a reader's own account, not
 * longer than they are fresh and the time that an admin allows beyond, a day at most in all.
 */
export function agesFor(
  access: Pick<Access, 'identity'>,
  panel: Pick<PanelSettings, 'freshness'>,
  dataSource: Pick<DataSourceSettings, 'freshness' | 'authentication'>,
): Ages {
  const ages = agesOf(panel, dataSource);
  if (!isOwn(access)) return ages;
  const { authentication } = dataSource;
  const { ownRowsSeconds = dayMs / 1000 } = authentication.type === 'oauth2' ? authentication : {};
  const keepMs = Math.min(ages.keepMs, ages.freshMs + ownRowsSeconds * 1000, dayMs);
  return { freshMs: Math.min(ages.freshMs, keepMs), staleMs: Math.min(ages.staleMs, keepMs), keepMs };
}
