import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, TokenServer } from '../../../support/token-server';

/** A service where each account sees rows of its own: its token endpoint, which rotates, and its API. */
export interface ReadersService {
  origin: string;
  tokens: TokenServer;
  /** Tokens of a new sign-in of the account. */
  signIn(account: string): { accessToken: string; refreshToken: string };
  /** Milliseconds from a request for rows to its response. */
  delayMs: number;
  /** The status that the API answers an account with in place of rows. */
  refuse: Map<string, number>;
  /** Accounts whose grant the token endpoint takes no more. */
  ended: Set<string>;
  close(): Promise<void>;
}

export const rowOf = (account: string) => `canary row of ${account}`;

export async function startReadersService(): Promise<ReadersService> {
  const tokens = new TokenServer();
  const accounts = new Map<string, string>();
  const refuse = new Map<string, number>();
  const ended = new Set<string>();
  const accountOf = (token: string | null) => accounts.get(/-token-(\d+)-/.exec(token ?? '')?.[1] ?? '');
  tokens.fault = (form) =>
    ended.has(accountOf(form.get('refresh_token')) ?? '') ? json({ error: 'invalid_grant' }, 400) : undefined;
  const rows = (authorization = ''): Response => {
    const token = authorization.replace(/^Bearer /, '');
    const account = accountOf(token);
    if (account === undefined || !tokens.isAlive(token)) return json({}, 401);
    return json({ value: [{ displayName: rowOf(account), token }] }, refuse.get(account) ?? 200);
  };
  const server = createServer((request, response) => {
    void answer(request).then(async (answered) => {
      const headers = Object.fromEntries(answered.headers);
      response.writeHead(answered.status, headers).end(await answered.text());
    });
  });
  const answer = async (request: IncomingMessage): Promise<Response> => {
    const url = new URL(request.url ?? '/', service.origin);
    const { authorization, 'content-type': type = '' } = request.headers;
    if (url.pathname === '/items') {
      await new Promise((resolve) => setTimeout(resolve, service.delayMs));
      return rows(authorization);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const headers = { 'content-type': type, ...(authorization !== undefined && { authorization }) };
    return tokens.fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const service: ReadersService = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    tokens,
    refuse,
    ended,
    delayMs: 0,
    signIn(account) {
      const { access_token: accessToken, refresh_token: refreshToken } = tokens.freshGrant();
      accounts.set(/-token-(\d+)-/.exec(accessToken)?.[1] ?? '', account);
      return { accessToken, refreshToken };
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return service;
}
