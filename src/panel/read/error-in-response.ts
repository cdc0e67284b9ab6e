import { Problem } from '../../shared/problem';
import { compileSelector } from '../../selectors/selector';
import { shorten } from '../../shared/shorten';
import { knownError } from './known-errors';

/**
 * Does nothing where the response holds no error: neither one that is known for what it is (`knownError`), nor one at the
 * place the data source names, where null, false, 0, an empty text, list or object say that there is none.
 * @throws Problem `remote-error` with the API's words as its detail, `selector-invalid`
 */
export function requireNoError(dataSourceName: string, document: unknown, errorSelector: string): void {
  const error = watchedError(document, errorSelector) ?? knownError(document);
  if (error === undefined) return;
  const remedy = 'An admin can test the data source to see it.';
  const remoteCode = typeof error === 'string' && /^[\w.-]{1,100}$/.test(error) ? error : undefined;
  const details = { remedy, status: 200, remoteCode, detail: shorten(wordsOf(error), 500) };
  throw new Problem('remote-error', `${dataSourceName} returned an error instead of data.`, details);
}

function watchedError(document: unknown, errorSelector: string): unknown {
  return errorSelector.trim() === '' ? undefined : compileSelector(errorSelector).select(document).find(isError);
}

function isError(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

function wordsOf(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}
