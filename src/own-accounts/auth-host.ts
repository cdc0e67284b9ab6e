import type { DataSource } from '../data-sources/data-source';
import { parseUrl } from '../shared/parse-url';

/** Where readers sign in: the host of the Auth URL, which they must recognize; empty where nobody signs in. */
export function hostOfAuthUrl({ settings: { authentication } }: Pick<DataSource, 'settings'>): string {
  return authentication.type === 'oauth2' ? (parseUrl(authentication.authUrl)?.host ?? '') : '';
}
