import type { ExampleResponse } from '../../../../src/shared/contract';
import { exampleLength } from '../../../../src/shared/limits';
import type { AuthenticationValues } from '../../form-model/data-source/authentication-values';
import { type Part, partOf, resolved, textOf } from './document';
import { exampleOf } from './example';
import { operationAt, summaryOf } from './operations';
import { securityOf } from './security';
import { sentParameters, type SentParameters } from './sent-parameters';
import { serverUrl } from './server-url';

/** An operation as the form has it. Nothing of its document is in it but what is filled in. */
export interface ChosenOperation extends Pick<SentParameters, 'query' | 'headers' | 'defaults' | 'size'> {
  name: string;
  /** With `{name}` where a variable stands. */
  url: string;
  authentication: Partial<AuthenticationValues>;
  /** A response as the document describes it, with what was requested; absent where it describes none that is JSON. */
  example?: ExampleResponse;
  /** Plain sentences about what is left to do. */
  notes: string[];
}

/** The GET operation at that path. */
export function chosenOperation(path: string, document: Part): ChosenOperation {
  const { operation, parameters } = operationAt(path, document);
  const server = serverUrl(document, operation);
  const { path: written, exampleQuery, leftOut, ...sent } = sentParameters(path, parameters, document);
  const url = `${server.url}${written}`;
  const example = exampleResponse(operation, document, exampleUrl(url, exampleQuery));
  const name = summaryOf(operation) || path;
  return {
    ...sent,
    name: [textOf(partOf(document.info).title), name]
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, 100),
    url,
    authentication: securityOf(document, operation),
    ...(example && { example }),
    notes: [
      ...(server.isNamed ? [] : ['The document does not name the host of the API. Put it in place of {host}.']),
      ...(leftOut.length > 0 ? [`Not sent, as the API does not need it: ${inWords(leftOut)}.`] : []),
      ...(example ? [] : ['The document does not describe a JSON response. Test the data source to see its rows.']),
    ],
  };
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, 10);
  const more = names.length - shown.length;
  return new Intl.ListFormat('en-GB').format(more > 0 ? [...shown, `${more} more`] : shown);
}

function exampleUrl(url: string, query: readonly { name: string; value: string }[]): string {
  const base = url.replace(/\{[^{}]*\}/g, 'x').replace(/^https:\/\/x/, 'https://api.example.com');
  const search = new URLSearchParams(query.map(({ name, value }): [string, string] => [name, value])).toString();
  return search === '' ? base : `${base}?${search}`;
}

function exampleResponse(operation: Part, document: Part, url: string): ExampleResponse | undefined {
  const response = successOf(partOf(operation.responses), document);
  const content = Object.entries(partOf(response.content)).find(([type]) => /[/+]json\b|\*\/\*/i.test(type))?.[1];
  const value = exampleOf(partOf(content).schema, document, url) ?? givenExample(partOf(content), document);
  const text = value === undefined ? '' : JSON.stringify(value);
  if (text === '' || text.length > exampleLength) return undefined;
  return { url, headers: exampleHeaders(partOf(response.headers), url), document: text };
}

/** The response with the lowest status of success, or the one for all others. */
function successOf(responses: Part, document: Part): Part {
  const status =
    Object.keys(responses)
      .filter((each) => /^2(?:\d\d|XX)$/i.test(each))
      .sort()[0] ?? 'default';
  return resolved(responses[status], document) ?? {};
}

const givenExample = ({ example, examples }: Part, document: Part): unknown =>
  example ?? resolved(Object.values(partOf(examples))[0], document)?.value;

/** A `Link` header leads to a next page (RFC 8288); what others hold cannot be told. */
function exampleHeaders(headers: Part, url: string): ExampleResponse['headers'] {
  const hasLink = Object.keys(headers).some((name) => name.toLowerCase() === 'link');
  return hasLink
    ? [{ name: 'link', value: `<${url}#next>; rel="next"`.replace('#next', url.includes('?') ? '&page=2' : '?page=2') }]
    : [];
}
