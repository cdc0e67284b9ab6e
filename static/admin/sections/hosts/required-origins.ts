import type { Authentication, DataSourceSettings } from '../../../../src/shared/contract';

function originOf(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.host && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

function urlsOf(authentication: Authentication): string[] {
  return authentication.type === 'oauth2' ? [authentication.tokenUrl, authentication.revokeUrl] : [];
}

/**
 * The origins that the app's functions call for these settings: API, token and revoke endpoint, each once. The Auth URL
 * is opened by the browser alone. A URL that cannot be read yields none; its field says so on *Save*.
 */
export function requiredOrigins({ request, authentication }: DataSourceSettings): string[] {
  const origins = [request.url, ...urlsOf(authentication)].map(originOf);
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

/** The host as a person calls it: without `https://`, with a port that is not the usual one. */
export function hostName(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
