import type { Host } from '../../local/host/host';

/** A browser of the host: one session cookie, and the headers that a page of the host would send. */
export interface HostBrowser {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  json<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** A browser signed in with the account. */
export async function openBrowser({ url }: Host, accountId: string, language = 'en-US'): Promise<HostBrowser> {
  const first = await fetch(`${url}/api/state`);
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!;
  const ask: HostBrowser['ask'] = (method, path, body, headers = {}) =>
    fetch(url + path, {
      method,
      headers: { cookie, origin: url, 'accept-language': language, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const json = async <T>(method: string, path: string, body?: unknown) =>
    (await (await ask(method, path, body)).json()) as T;
  await ask('POST', '/api/session', { accountId });
  return { ask, json };
}

/** The body of a call that opens a view of the module. */
export function viewOf(moduleKey: string, more: object = {}): object {
  return { moduleKey, surface: 'main', theme: 'light', locale: 'en-US', timezone: 'UTC', ...more };
}
