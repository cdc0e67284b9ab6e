import { webTrigger } from '@forge/api';

/** The redirect URI of this installation. It stays the same over redeployments and differs by site. */
export const callbackUrl = (): Promise<string> => webTrigger.getUrl('oauth-callback');
