import { Problem } from '../shared/problem';
import { type Format, formatNames } from './format';

/** The problem of a response that is not what it was read as; `what` ends the sentence "returned CSV …". */
export function unreadableResponse(
  dataSourceName: string,
  format: Format,
  what: string,
  text: string,
  cause?: unknown,
): Problem {
  const message = `${dataSourceName} returned ${formatNames[format]} ${what}.`;
  return new Problem('response-unreadable', message, { detail: text.trimStart().slice(0, 300), cause });
}

/** The problem of a web page where data was expected, which most often is a sign-in page; `format` where one is wanted. */
export function webPageInstead(dataSourceName: string, format: Format | undefined, text: string): Problem {
  const wanted = format ? formatNames[format] : 'data';
  const message = `${dataSourceName} returned a web page, such as a sign-in page, instead of ${wanted}.`;
  const remedy = 'An admin can check its URL and authentication.';
  return new Problem('sign-in-page', message, { remedy, detail: text.trimStart().slice(0, 300) });
}

/** The problem of a response that is something else than the app reads; `what` says it with its article, as in "a PDF document". */
export function foreignResponse(dataSourceName: string, what: string, text = ''): Problem {
  const message = `${dataSourceName} returned ${what}, which the app does not read.`;
  const remedy = 'An admin can choose an address that returns JSON, CSV or XML.';
  return new Problem('response-unreadable', message, { remedy, detail: text.trimStart().slice(0, 300) });
}
