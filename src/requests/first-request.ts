import type { DataSourceSettings, RequestMethod } from '../shared/contract';
import { compileRequest } from '../placeholders/request-template';
import { Problem } from '../shared/problem';
import type { PageRequest } from './pagination/page-facts';
import { firstPage } from './pagination/styles';
import { resolvedValues, type RequestValues } from './resolved-values';

/** What a reading requests first, and what all its requests have in common. */
export interface FirstRequest {
  method: RequestMethod;
  page: PageRequest;
  /** By names in lower case, content type included, credentials not. */
  headers: Record<string, string>;
}

type RequestParts = Pick<DataSourceSettings, 'request' | 'pagination' | 'variables'>;

/**
 * The request for the first page, with the variables' values in it.
 * @throws Problem `invalid-input` for values that their place cannot hold, and for a request that breaks a rule
 */
export function firstRequest({ request, pagination, variables }: RequestParts, given: RequestValues): FirstRequest {
  const { template, errors } = compileRequest(request);
  if (!template)
    throw new Problem('invalid-input', 'The request of this data source needs a change.', { fields: errors });
  const { url, headers, body } = template.fill(new Map(Object.entries(resolvedValues(variables, given))));
  url.hash = '';
  const own = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: request.method,
    page: firstPage(pagination, { url, body: body?.text }),
    headers: body ? { 'content-type': body.contentType, ...own } : own,
  };
}
