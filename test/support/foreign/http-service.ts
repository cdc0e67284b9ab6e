import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request with its body read as a form. */
export interface FormRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, string>;
}

export interface HttpService {
  origin: string;
  /** Every request since the start, in order. */
  requests: FormRequest[];
  stop(): Promise<void>;
}

/** A server in this process that hands each request on with its form; what its listener throws is an empty 500. */
export async function startHttpService(
  listener: (request: FormRequest, response: ServerResponse, raw: IncomingMessage) => Promise<void>,
): Promise<HttpService> {
  const requests: FormRequest[] = [];
  const server = createServer((raw, response) => {
    const work = readForm(raw).then((request) => {
      requests.push(request);
      return listener(request, response, raw);
    });
    work.catch(() => void response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { origin, requests, stop };
}

async function readForm(raw: IncomingMessage): Promise<FormRequest> {
  let text = '';
  for await (const chunk of raw as AsyncIterable<Buffer>) text += chunk.toString();
  const { pathname, searchParams } = new URL(raw.url ?? '/', 'http://localhost');
  return {
    method: raw.method ?? 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: raw.headers as Record<string, string>,
    body: Object.fromEntries(new URLSearchParams(text)),
  };
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
