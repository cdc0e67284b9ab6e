import type { Badge, Health } from '../shared/contract';
import { failingSince, type HealthRecord } from '../data-sources/health';
import { endOfDay } from '../shared/secret-expiry';
import type { Grant } from '../grants/grant';
import { lintConnection } from './lint-connection';
import type { Connection } from '../grants/token-endpoint';

/** How a stored data source has been doing, with what may go wrong next. */
export function healthOf(
  connection: Connection,
  known: { badge: Badge; grant: Grant | undefined; record: HealthRecord | undefined; now: number },
): Health {
  const { badge, grant, record, now } = known;
  return {
    lastSuccessAt: record?.lastSuccessAt,
    lastFailure: record?.lastFailure,
    failingSince: record && failingSince(record),
    unread: record?.unread,
    secretExpiry: secretExpiryOf(connection, now),
    findings: lintConnection(connection, { badge, grant, now, callbackCopied: true }),
  };
}

const day = 24 * 60 * 60 * 1000;

function secretExpiryOf({ settings: { authentication } }: Connection, now: number): Health['secretExpiry'] {
  const on = authentication.type === 'oauth2' ? (authentication.secretExpiresOn ?? '') : '';
  const end = endOfDay(on);
  return end === undefined ? undefined : { on, daysLeft: Math.floor((end - now) / day) };
}
