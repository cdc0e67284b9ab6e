import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import { urlLength } from '../shared/limits';
import { parseUrl } from '../shared/parse-url';
import { protocolClient, serverOf, type OAuthClient } from './client';
import { invalidCallback } from './invalid-callback';
import { authorizationDenied } from './provider-errors';

/** Query parameters as a web trigger gets them: a list of values for each name. */
export type CallbackQuery = Record<string, string[] | undefined>;

/** A callback with one state and nothing doubled. Nothing in it is trusted yet. */
export interface Callback {
  state: string;
  parameters: URLSearchParams;
}

/** A callback that belongs to its flow and carries a code; only this can be exchanged. */
export interface ValidatedCallback {
  parameters: URLSearchParams;
  /** What the server called itself, if it said so. */
  issuer?: string;
}

const longestParameter = 8000;

/**
 * The parts of a callback that count. The platform may have split values at commas, so a code is joined again, while
 * a state has no comma and must come once.
 * @throws Problem `callback-invalid` for a missing or doubled `state`, a doubled `iss` or `error`, or an endless value
 */
export function readCallback(query: CallbackQuery): Callback {
  const state = single(query, 'state');
  if (state === undefined) throw invalidCallback('It does not say which sign-in it belongs to.');
  const parameters = new URLSearchParams({ state });
  const values = { iss: single(query, 'iss'), error: single(query, 'error'), code: joined(query, 'code') };
  const all = { ...values, error_description: joined(query, 'error_description') };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) parameters.set(name, value);
  return { state, parameters };
}

/**
 * The callback, checked against its flow. A server that has announced `iss`, or was once seen to send it, must send that
 * one (RFC 9207); the first one seen otherwise must live at the origin of the Auth URL or the Token URL.
 * @throws Problem `authorization-denied` if the server says no, `callback-invalid` if the callback is not from it
 */
export function validateCallback(callback: Callback, client: OAuthClient, knownIssuer?: string): ValidatedCallback {
  const { parameters, state } = callback;
  const issuer = parameters.get('iss') ?? undefined;
  requireIssuer(issuer, client, knownIssuer);
  const server = serverOf(client, knownIssuer ?? issuer, knownIssuer !== undefined);
  const validated = validate(() => validateAuthResponse(server, protocolClient(client), parameters, state));
  if (!validated.get('code')) throw invalidCallback('It has no authorization code.');
  return { parameters: validated, issuer };
}

function validate(run: () => URLSearchParams): URLSearchParams {
  try {
    return run();
  } catch (error) {
    if (error instanceof AuthorizationResponseError) throw authorizationDenied(error.error, error.error_description);
    throw invalidCallback(foreign, { cause: error });
  }
}

const foreign = 'It does not come from the authorization server of this data source.';

function requireIssuer(received: string | undefined, client: OAuthClient, known: string | undefined): void {
  if (received !== undefined && received.length > urlLength) throw invalidCallback('It is too long.');
  const own = [...new Set([client.authUrl, client.tokenUrl].map((url) => new URL(url).origin))];
  const isOwn = received === undefined || own.includes(parseUrl(received)?.origin ?? '');
  if (known === undefined ? isOwn : received === known) return;
  const expected = known ?? `one at ${own.join(' or ')}`;
  throw invalidCallback(foreign, { detail: `Expected issuer: ${expected}. Received: ${received ?? 'none'}.` });
}

function single(query: CallbackQuery, name: string): string | undefined {
  const values = query[name] ?? [];
  if (values.length > 1) throw invalidCallback(`It has more than one ${name}.`);
  return bounded(values[0]);
}

const joined = (query: CallbackQuery, name: string) =>
  query[name] && query[name].length > 0 ? bounded(query[name].join(',')) : undefined;

function bounded(value: string | undefined): string | undefined {
  if (value !== undefined && value.length > longestParameter) throw invalidCallback('It is too long.');
  return value === '' ? undefined : value;
}
