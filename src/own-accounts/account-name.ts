import type { TokenSet } from '../grants/grant';
import { tokenHeaders } from '../grants/grant-access';
import type { Connection, EndpointServices } from '../grants/token-endpoint';
import { boundedText } from '../oauth/bounded-text';
import { compileSelector } from '../selectors/selector';
import { accountNameLength, tokenRequestTimeoutMs } from '../shared/limits';
import { shorten } from '../shared/shorten';

/**
 * What the service calls the account, for its owner to recognize it: as the ID token has it, or else as the API says where an
 * admin has named the field; `undefined` where nothing says it.
 */
export async function accountNameOf(
  said: string | undefined,
  tokens: TokenSet,
  connection: Connection,
  services: EndpointServices,
): Promise<string | undefined> {
  const name = said ?? (await nameFromApi(tokens, connection, services).catch(() => undefined));
  const shown = name === undefined ? '' : shorten(services.redactor.mask(oneLine(name)), accountNameLength);
  return shown === '' ? undefined : shown;
}

/** Without what could make a name look like something else: line breaks, controls, and marks that turn its direction. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** One request with the tokens to the API that they are for; a name that is late or unreadable is none. */
async function nameFromApi(
  tokens: TokenSet,
  { settings }: Connection,
  services: EndpointServices,
): Promise<string | undefined> {
  const field = settings.authentication.type === 'oauth2' ? settings.authentication.accountField : undefined;
  if (!field) return undefined;
  const url = new URL(field.url);
  if (url.origin !== new URL(settings.request.url).origin) return undefined;
  const { headers } = tokenHeaders({ name: '', tokens }, settings, services).forRequest({ method: 'GET', url });
  const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
  const wanted = { ...headers, accept: 'application/json' };
  const response = await services.fetch(url, { method: 'GET', headers: wanted, signal });
  if (response.status !== 200) return undefined;
  const document: unknown = JSON.parse(await boundedText(response, signal));
  const [found] = compileSelector(field.selector).select(document);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
