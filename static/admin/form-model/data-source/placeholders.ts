import type { RequestSettings } from '../../../../src/shared/contract';

/** A brace written twice stands for itself; `{name}` and `{name:encoder}` are places of a variable, `{secret.NAME}` of a secret. */
const piece = /\{\{|\}\}|\{\s*(secret\.[A-Za-z_][\w-]*|[\p{L}_][\p{L}\p{N}_]*)(?::[a-z]+)?\s*\}/gu;
const secretInText = /\{(secret\.[A-Za-z_][\w-]*)\}/g;
const isSecretPlace = (name: string) => name.startsWith('secret.');
const jsonString = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

function namesIn(text: string): string[] {
  return [...text.matchAll(piece)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Braces between the strings of JSON are its own. */
function namesInJson(text: string): string[] {
  return (text.match(jsonString) ?? []).flatMap(namesIn);
}

function namesInBody({ body }: RequestSettings): string[] {
  switch (body.kind) {
    case 'json':
      return namesInJson(body.text);
    case 'form':
      return body.fields.flatMap(({ value }) => namesIn(value));
    case 'graphql':
      return namesInJson(body.variables);
    case 'none':
    case 'text':
      return [];
  }
}

/** The names of all variables in the request, each once, in the order of the form. Secret headers are sent as typed. */
export function variableNames(request: RequestSettings): string[] {
  const { url, parameters, headers } = request;
  const open = headers.filter(({ secret }) => !secret);
  const names = [url, ...parameters.map(({ value }) => value), ...open.map(({ value }) => value)].flatMap(namesIn);
  return [...new Set([...names, ...namesInBody(request)])].filter((name) => !isSecretPlace(name));
}

/** The names of all secrets that the parameters and the body have a place for, each once, as in `secret.NAME`. */
export function placedSecretNames(request: RequestSettings): string[] {
  const { parameters, body } = request;
  const inText = body.kind === 'text' ? Array.from(body.text.matchAll(secretInText), ([, name = '']) => name) : [];
  const names = [...parameters.flatMap(({ value }) => namesIn(value)), ...namesInBody(request), ...inText];
  return [...new Set(names)].filter(isSecretPlace);
}

/** Text from elsewhere, as the form writes it: `{name}` stays a variable, any other brace is doubled to stand for itself. */
export function keptBraces(text: string): string {
  return text.replace(/\{\s*[\p{L}_][\p{L}\p{N}_]*\s*\}|[{}]/gu, (part) => (part.length > 1 ? part : part + part));
}

/** The same for JSON, whose braces between strings are its own. */
export function keptJsonBraces(text: string): string {
  return text.replace(jsonString, keptBraces);
}
