import type { DisconnectReply, OwnConnection } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';

/** Since when the account is connected, and why it has to be connected again where it has; a sentence each. */
export function connectedSince({ connectedAt, state, reason }: OwnConnection, { locale, timeZone }: Reader): string {
  const since = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(connectedAt);
  const again = state === 'reconnect' ? ` ${reason ?? 'It has to be connected again.'}` : '';
  return `Connected since ${since}.${again}`;
}

/** What a disconnection has come to, at the service too. */
export function disconnectedText(service: string, { revoked }: DisconnectReply): string {
  switch (revoked) {
    case 'revoked':
      return `Your account at ${service} is disconnected, and its access was revoked there.`;
    case 'no-address':
      return `Your account at ${service} is disconnected. To end the access there as well, remove this app in your account at ${service}.`;
    case 'failed':
      return `Your account at ${service} is disconnected, but ${service} did not revoke the access. Remove this app in your account there.`;
  }
}
