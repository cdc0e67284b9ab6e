import { authorizationServer } from '../authentication/registry';
import type { NeededSecret } from '../authentication/secret';
import type { DataSourceSettings } from '../shared/contract';

/** Who may receive secrets and tokens, each by its role; fixed when they were typed or obtained. */
export interface Receivers {
  /** Origin of the API. */
  api: string;
  /** Exact; empty where there is none. */
  tokenUrl: string;
  revokeUrl: string;
}

/** The receivers that these settings name. */
export function receiversOf({ request, authentication }: DataSourceSettings): Receivers {
  const { tokenUrl = '', revokeUrl = '' } = authorizationServer(authentication) ?? {};
  return { api: new URL(request.url).origin, tokenUrl, revokeUrl };
}

/**
 * Why secrets that were typed for some receivers may not go to others, as the end of a sentence, or `undefined` if they
 * may. What the authorization server receives is bound to the API as well, because the API receives the tokens that
 * come of it. An endpoint that is left out receives nothing.
 */
export function receiverRefusal(
  bound: Receivers,
  wanted: Receivers,
  role: NeededSecret['receiver'],
): string | undefined {
  if (bound.api !== wanted.api) return notEnteredFor(new URL(wanted.api).host);
  if (role === 'api') return undefined;
  return (
    endpointRefusal(bound.tokenUrl, wanted.tokenUrl, 'this Token URL') ??
    endpointRefusal(bound.revokeUrl, wanted.revokeUrl, 'this Revoke URL')
  );
}

function endpointRefusal(bound: string, wanted: string, name: string): string | undefined {
  if (wanted === '' || wanted === bound) return undefined;
  const { host } = new URL(wanted);
  const isSameHost = bound !== '' && new URL(bound).host === host;
  return notEnteredFor(isSameHost || bound === '' ? name : host);
}

const notEnteredFor = (what: string) => `it was not entered for ${what}.`;
