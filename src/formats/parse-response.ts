import { decodeBody } from './decode';
import { detectFormat } from './detect-format';
import type { Format } from './format';
import { parseCsv } from './csv';
import { parseJson } from './json';
import { parseNdjson } from './ndjson';
import { webPageInstead } from './unreadable-response';
import { parseXml } from './xml';

/** A body as it came. */
export interface ResponseBody {
  bytes: Uint8Array;
  contentType: string;
}

export interface ReadAs {
  dataSourceName: string;
  /** `auto` goes by the content type and the first bytes. */
  format: 'auto' | Exclude<Format, 'html'>;
  /** Names of XML elements that are lists even where one stands alone. */
  listNames: ReadonlySet<string>;
}

type Parse = (body: ResponseBody, readAs: ReadAs) => unknown;

const textOf = ({ bytes, contentType }: ResponseBody) => decodeBody(bytes, contentType);

const parsers: { readonly [Key in Format]: Parse } = {
  json: (body, { dataSourceName }) => parseJson(textOf(body), dataSourceName),
  ndjson: (body, { dataSourceName }) => parseNdjson(textOf(body), dataSourceName, parseJson),
  csv: (body, { dataSourceName }) => parseCsv(textOf(body), dataSourceName),
  tsv: (body, { dataSourceName }) => parseCsv(textOf(body), dataSourceName, '\t'),
  xml: (body, { dataSourceName, listNames }) => parseXml(textOf(body), dataSourceName, listNames),
  html: (body, { dataSourceName }) => {
    throw webPageInstead(dataSourceName, undefined, textOf(body));
  },
};

/**
 * The value that a response stands for: JSON's own; the list of lines of NDJSON; the list of records of CSV and TSV, cells
 * by the names in the first record; the root element of XML by its name. What cannot be told apart is read as JSON.
 * @throws Problem `response-unreadable`, `sign-in-page` for a web page
 */
export function parseResponse(body: ResponseBody, readAs: ReadAs): unknown {
  return parsers[formatOf(body, readAs)](body, readAs);
}

/** The format that a response is read in. */
export function formatOf({ bytes, contentType }: ResponseBody, { format }: Pick<ReadAs, 'format'>): Format {
  if (format !== 'auto') return format;
  const found = detectFormat(contentType, bytes);
  return found === 'unknown' ? 'json' : found;
}
