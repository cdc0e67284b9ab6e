import { scopesOf } from '../../../data-sources/connection';
import type { DataSource } from '../../../data-sources/data-source';
import type { ConnectCard } from '../../../shared/contract';
import { Problem } from '../../../shared/problem';

/**
 * What a reader is shown in place of rows that only their own account brings: at which service and host they sign in, and
 * what it is asked for; with the reason, where an account that they had connected is of no use any more.
 */
export function connectCard({ id, settings }: Pick<DataSource, 'id' | 'settings'>, reconnect?: string): ConnectCard {
  const { authentication, name } = settings;
  const isOAuth = authentication.type === 'oauth2';
  return {
    dataSourceId: id,
    service: name,
    host: isOAuth ? new URL(authentication.authUrl).host : '',
    scopes: isOAuth ? scopesOf(authentication) : [],
    ...(reconnect !== undefined && { reconnect }),
  };
}

/** Only an account of the reader's own brings rows; the card says at which service. */
export class ConnectNeeded extends Problem {
  constructor(readonly card: ConnectCard) {
    const { reconnect, service } = card;
    super('connect-needed', reconnect ?? `Only your own account at ${service} brings these rows.`, {
      remedy:
        'You can connect it on any page that shows these rows; My connections lists the accounts you have connected.',
    });
  }

  /** It is about the reader, whatever panel they look at. */
  override ofPanel(): Problem {
    return this;
  }
}
