/** How a response is written. `html` is never data: it is a sign-in or error page. */
export type Format = 'json' | 'ndjson' | 'csv' | 'tsv' | 'xml' | 'html';

/** The format as it stands in sentences. */
export const formatNames: { readonly [Key in Format]: string } = {
  json: 'JSON',
  ndjson: 'NDJSON',
  csv: 'CSV',
  tsv: 'TSV',
  xml: 'XML',
  html: 'a web page',
};
