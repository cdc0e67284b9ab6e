import { type ParsedResponse, parseResponse } from '../../formats/parse-response';
import type { Upstream } from './upstream';
import type { UpstreamResponse } from './upstream-response';

/**
 * The response's body as a value with what is to be known of it, in the format that the data source declares.
 * @throws Problem `response-unreadable`, `sign-in-page`
 */
export function documentOf(
  { body, contentType }: UpstreamResponse,
  { settings: { name, response } }: Pick<Upstream, 'settings'>,
): ParsedResponse {
  return parseResponse({ bytes: body.bytes, contentType }, { ...response, dataSourceName: name });
}
