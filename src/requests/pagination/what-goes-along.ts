import type { PageTarget } from '../../shared/contract';
import type { PageRequest } from './page-facts';
import { parameterName, parseBody } from './page-target';

/**
 * The request with no parameters or body fields but those named, for a token that must stand alone; as it was where the
 * token goes into a header.
 * @throws Problem `invalid-input` for a body that is not a JSON object
 */
export function withOnly(request: PageRequest, place: PageTarget['in'], names: readonly string[]): PageRequest {
  if (place === 'body') return { ...request, body: onlyMembers(request.body ?? '{}', names) };
  if (place === 'header') return request;
  const url = new URL(request.url);
  const items = url.search.slice(1).split('&');
  url.search = items.filter((item) => item !== '' && names.includes(parameterName(item))).join('&');
  return { ...request, url };
}

function onlyMembers(body: string, names: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(parseBody(body)).filter(([name]) => names.includes(name))));
}
