/** A body as far as it was read. */
export interface Body {
  bytes: Uint8Array;
  /** False: it was longer than allowed, and the rest was never read. */
  whole: boolean;
}

/** The response's body, counted as it arrives: what a header says of its length proves nothing. */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Body> {
  if (!response.body) return { bytes: new Uint8Array(), whole: true };
  const reader = response.body.getReader();
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await readAll(reader, limit, signal);
  } finally {
    signal.removeEventListener('abort', stop);
  }
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
