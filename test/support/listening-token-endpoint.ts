import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A token endpoint that hands every request on to another one and keeps the tokens of the responses. */
export interface ListeningTokenEndpoint {
  url: string;
  origin: string;
  /** Access and refresh tokens issued so far. */
  tokens(): string[];
  close(): Promise<void>;
}

/** Listens in front of a token endpoint, because a journey that looks for tokens must know them. */
export async function listenInFrontOf(tokenUrl: string): Promise<ListeningTokenEndpoint> {
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { authorization, 'content-type': type = '' } = request.headers;
      const headers = { 'content-type': type, ...(authorization && { authorization }) };
      const given = await fetch(tokenUrl, { method: 'POST', headers, body: Buffer.concat(chunks) });
      const text = await given.text();
      tokens.push(...tokensIn(text));
      response.writeHead(given.status, { 'content-type': given.headers.get('content-type') ?? '' }).end(text);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/token`,
    tokens: () => [...tokens],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function tokensIn(text: string): string[] {
  const { access_token, refresh_token, id_token } = JSON.parse(text) as Record<string, string | undefined>;
  return [access_token, refresh_token, id_token].filter((token) => token !== undefined);
}
