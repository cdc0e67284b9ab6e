import { chosenOperation } from './chosen-operation';
import { type Part, partOf, textOf } from './document';
import type { FromReader, ToReader } from './messages';
import { operationsOf } from './operations';
import { readDocument } from './read-document';

/** The document that was opened. It lives here alone, and ends with the worker. */
let opened: Part = {};

async function open(source: string | Blob): Promise<FromReader> {
  const { document, refusal } = readDocument(typeof source === 'string' ? source : await source.text());
  if (!document) return { kind: 'refused', message: refusal };
  const operations = operationsOf(document);
  if (operations.length === 0) return { kind: 'refused', message: 'This document has no GET operation.' };
  opened = document;
  return { kind: 'opened', title: textOf(partOf(document.info).title), operations };
}

function answer(message: ToReader): FromReader | Promise<FromReader> {
  if (message.kind === 'open') return open(message.source);
  return { kind: 'chosen', operation: chosenOperation(message.path, opened) };
}

const damaged: FromReader = { kind: 'refused', message: 'This document cannot be read.' };

self.onmessage = ({ data }: MessageEvent<ToReader>) => {
  void Promise.resolve()
    .then(() => answer(data))
    .catch(() => damaged)
    .then((reply) => self.postMessage(reply));
};
