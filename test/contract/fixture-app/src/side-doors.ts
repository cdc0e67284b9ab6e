import http from 'node:http';
import net from 'node:net';

/** What a request through Node's own client gets, or the name of its error. */
export function requestByNode({ url, body }: { url: string; body?: string }): Promise<unknown> {
  const { protocol: _, hostname, port, pathname: path } = new URL(url);
  const options = { hostname, port, path, method: body === undefined ? 'GET' : 'POST', headers: { 'X-One': '1' } };
  return new Promise((resolve) => {
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', ({ name }) => resolve({ error: name }));
    request.end(body);
  });
}

/** The message with which a connection past `fetch` is refused. */
export function connectByNode(): string {
  try {
    net.connect(443, 'example.com');
    return 'connected';
  } catch (error) {
    return (error as Error).message;
  }
}
