import type { ResponseFormat } from '../shared/contract';

/** The `Accept` header (RFC 9110 section 12.5.1) that requests each format. */
export const acceptFor: { readonly [Key in ResponseFormat]: string } = {
  auto: 'application/json, */*;q=0.5',
  json: 'application/json',
  ndjson: 'application/x-ndjson, application/json;q=0.9, */*;q=0.5',
  csv: 'text/csv, */*;q=0.5',
  tsv: 'text/tab-separated-values, text/csv;q=0.9, */*;q=0.5',
  xml: 'application/xml, text/xml;q=0.9, */*;q=0.5',
};
