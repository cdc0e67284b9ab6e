import { gunzip } from 'node:zlib';
import { isEventStreamType } from '../../formats/event-stream';

/** A body as far as it was read. */
export interface Body {
  bytes: Uint8Array;
  /** False: it was longer than allowed, and the rest was never read. */
  whole: boolean;
}

/**
 * The response's body, counted as it arrives: what a header says of its length proves nothing. A file that is compressed
 * by itself is unpacked, within the same limit. Of a stream of events, which may never end, nothing is read.
 */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Body> {
  if (!response.body) return { bytes: new Uint8Array(), whole: true };
  if (isEventStreamType(response.headers.get('content-type') ?? '')) return unread(response.body);
  const reader = response.body.getReader();
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const body = await readAll(reader, limit, signal);
    return isGzip(body) ? await unpacked(body, limit) : body;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function unread(stream: ReadableStream): Promise<Body> {
  await stream.cancel().catch(() => undefined);
  return { bytes: new Uint8Array(), whole: true };
}

/** How a gzip file begins (RFC 1952 section 2.3.1). What the server compressed for the way is unpacked before this. */
const isGzip = ({ bytes, whole }: Body) => whole && bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The file within; the body as it came where it cannot be unpacked. */
function unpacked(body: Body, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    gunzip(body.bytes, { maxOutputLength: limit }, (error, bytes) => {
      if (!error) return resolve({ bytes, whole: true });
      const isTooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return resolve(isTooLarge ? { ...body, whole: false } : body);
    });
  });
}

async function readAll(reader: BodyReader, limit: number, signal: AbortSignal): Promise<Body> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      return { bytes: Buffer.concat(parts), whole: false };
    }
    parts.push(part.value);
  }
  signal.throwIfAborted();
  return { bytes: Buffer.concat(parts, length), whole: true };
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;
