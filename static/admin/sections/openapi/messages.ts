import type { ChosenOperation } from './chosen-operation';
import type { ListedOperation } from './operations';

/** What the page tells the worker that reads a document. */
export type ToReader = { kind: 'open'; source: string | Blob } | { kind: 'choose'; path: string };

/** What the worker answers to each. */
export type FromReader =
  | { kind: 'opened'; title: string; operations: ListedOperation[] }
  | { kind: 'chosen'; operation: ChosenOperation }
  | { kind: 'refused'; message: string };
