import type { ChosenOperation } from './chosen-operation';
import type { FromReader, ToReader } from './messages';
import type { ListedOperation } from './operations';

/** What a document lists, or a sentence on why it cannot be read. */
export type OpenedDocument =
  { title: string; operations: ListedOperation[]; refusal?: undefined } | { operations?: undefined; refusal: string };

/** Reads one OpenAPI document apart from the page, which goes on meanwhile. */
export interface DocumentReader {
  open(source: string | Blob): Promise<OpenedDocument>;
  /** `undefined` where the document does not have it. */
  choose(path: string): Promise<ChosenOperation | undefined>;
  /** Lets go of the document. */
  close(): void;
}

/** The most that is read, in bytes. */
export const largestDocument = 20 * 1024 * 1024;
const patienceMs = 60_000;
const noWorker = 'This browser did not let the document be read. Try again, or with a smaller document.';

/** A reader with a worker of its own, to be closed after use. */
export function documentReader(): DocumentReader {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToReader): Promise<FromReader> =>
    new Promise((resolve) => {
      const give = (reply: FromReader) => {
        clearTimeout(timer);
        resolve(reply);
      };
      const timer = setTimeout(() => give({ kind: 'refused', message: noWorker }), patienceMs);
      worker.onmessage = ({ data }: MessageEvent<FromReader>) => give(data);
      worker.onerror = () => give({ kind: 'refused', message: noWorker });
      worker.postMessage(message);
    });
  return {
    async open(source) {
      const reply = await ask({ kind: 'open', source });
      if (reply.kind === 'opened') return { title: reply.title, operations: reply.operations };
      return { refusal: reply.kind === 'refused' ? reply.message : noWorker };
    },
    async choose(path) {
      const reply = await ask({ kind: 'choose', path });
      return reply.kind === 'chosen' ? reply.operation : undefined;
    },
    close: () => worker.terminate(),
  };
}
