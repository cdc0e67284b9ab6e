import { upgrade } from '@scalar/openapi-upgrader';
import { load } from 'js-yaml';
import { isObject } from '../../../../src/shared/row-shapes/json-object';
import { isWithinBounds } from './bounds';
import type { Part } from './document';

/** A document as OpenAPI 3.1 has it, or a sentence on why it is none. */
export type ReadDocument = { document: Part; refusal?: undefined } | { document?: undefined; refusal: string };

const refused = (refusal: string): ReadDocument => ({ refusal });

/** The OpenAPI document that a text is, in JSON or YAML, of version 2.0, 3.0 or 3.1. Never throws. */
export function readDocument(text: string): ReadDocument {
  const parsed = parse(text);
  if (parsed === undefined) return refused('This is neither JSON nor YAML. Paste the whole document.');
  if (!isObject(parsed) || !isKnown(parsed))
    return refused('This is not an OpenAPI document: it does not say openapi: 3.x or swagger: "2.0" at its top.');
  if (!isWithinBounds(parsed)) return refused('This document has more in it than can be read, or refers to itself.');
  try {
    return { document: upgrade(parsed, '3.1') as unknown as Part };
  } catch {
    return refused('This OpenAPI document is damaged: its parts are not where the specification has them.');
  }
}

const isKnown = ({ openapi, swagger }: Part) =>
  /^3\./.test(String(openapi)) || String(swagger) === '2.0' || swagger === 2;

/** JSON is tried first, as that is much faster and YAML by itself (YAML 1.2 section 1.3). */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return /^\s*[{[]/.test(text) && text.length > mostFlowYaml ? undefined : parseYaml(text);
  }
}

/** JSON with a mistake in it is read a second time only where that takes no time. */
const mostFlowYaml = 2_000_000;

function parseYaml(text: string): unknown {
  try {
    return load(text) ?? undefined;
  } catch {
    return undefined;
  }
}
