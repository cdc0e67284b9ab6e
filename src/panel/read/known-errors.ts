import { isElement } from '../../xml-element';
import { isRecord, type JsonRecord } from '../shape/cells/named';

/** The members that a response of GraphQL may have (specification section 7.1). */
const ofGraphql = new Set(['data', 'errors', 'extensions']);

/**
 * The error in a response that can be nothing else, in the API's own words: of GraphQL its `errors`, which come with status
 * 200 (specification section 7.1.3), and of SOAP a fault; `undefined` where there is none.
 */
export function knownError(document: unknown): string | undefined {
  if (isElement(document)) return soapFault(document);
  return isRecord(document) ? graphqlErrors(document) : undefined;
}

function graphqlErrors(document: JsonRecord): string | undefined {
  const { data, errors } = document;
  if (!Array.isArray(errors) || errors.length === 0 || Array.isArray(data)) return undefined;
  if (!Object.keys(document).every((name) => ofGraphql.has(name))) return undefined;
  const messages = errors.map((error) => (isRecord(error) ? error['message'] : undefined));
  return messages.every((message) => typeof message === 'string') ? messages.join(' ') : undefined;
}

/** The reason of a fault (SOAP 1.1 section 4.4, SOAP 1.2 section 5.4), whatever its prefixes are. */
function soapFault(document: JsonRecord): string | undefined {
  const fault = ['Envelope', 'Body', 'Fault'].reduce<unknown>(childCalled, document);
  if (fault === undefined) return undefined;
  const reason = childCalled(fault, 'faultstring') ?? childCalled(childCalled(fault, 'Reason'), 'Text');
  return textOf(reason) ?? JSON.stringify(fault);
}

/** The child of an element by its name without a prefix; the first where there are several. */
function childCalled(element: unknown, name: string): unknown {
  if (!isElement(element)) return undefined;
  const found = Object.keys(element).find((each) => each.replace(/^.*:/, '') === name);
  const child = found === undefined ? undefined : element[found];
  return Array.isArray(child) ? (child as unknown[])[0] : child;
}

function textOf(value: unknown): string | undefined {
  const text = isElement(value) ? value['#text'] : value;
  return typeof text === 'string' ? text : undefined;
}
