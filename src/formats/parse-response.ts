import type { CsvSettings } from '../shared/contract';
import { binaryName } from './binary';
import { type DecodedBody, decodeWithBytes, isCharsetGuessed } from './decode';
import { detectFormat } from './detect-format';
import type { Format } from './format';
import { likelySign, parseCsv } from './csv';
import { isEventStream } from './event-stream';
import { parseJson, type Warn } from './json';
import { hasTooManyValues } from './json-scan';
import { parseNdjson } from './ndjson';
import { foreignResponse, webPageInstead } from './unreadable-response';
import { tooManyValues } from './value-budget';
import { isWebPage } from './web-page';
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
  /** The name of the character set, where the response does not state the right one. */
  charset?: string;
  /** How tables in text are written; found out where absent. */
  csv?: CsvSettings;
}

/** A response as a value, and what is to be known of it. */
export interface ParsedResponse {
  document: unknown;
  /** Of the text that was read, whatever character set it came in: its ASCII characters, and no others, stand as ASCII. */
  bytes: Uint8Array;
  /** Sentences for whoever sees the rows. */
  warnings: string[];
  /** Sentences for the admin, who can see to it that a guess is not needed. */
  hints: string[];
  /** Of a table in text: what stands before decimals, as its separator speaks for it. */
  likelySign?: '.' | ',';
}

type Parse = (body: DecodedBody, readAs: ReadAs, warn: Warn) => unknown;

const parsers: { readonly [Key in Format]: Parse } = {
  json: (body, { dataSourceName }, warn) => {
    requireRoom(body, dataSourceName);
    return parseJson(body.text, dataSourceName, warn);
  },
  ndjson: (body, { dataSourceName }, warn) => {
    requireRoom(body, dataSourceName);
    return parseNdjson(body.text, dataSourceName, (line, name) => parseJson(line, name, warn));
  },
  csv: ({ text }, { dataSourceName, csv }, warn) => parseCsv(text, dataSourceName, csv, warn),
  tsv: ({ text }, { dataSourceName, csv }, warn) => parseCsv(text, dataSourceName, { separator: '\t', ...csv }, warn),
  xml: ({ text }, { dataSourceName }) => parseXml(text, dataSourceName),
  html: ({ text }, { dataSourceName }) => {
    throw webPageInstead(dataSourceName, undefined, text);
  },
};

/**
 * The value that a response stands for: JSON's own; the list of lines of NDJSON; the list of records of CSV and TSV, cells
 * by the names in the first record; the root element of XML by its name. What cannot be told apart is read as JSON.
 * @throws Problem `response-unreadable`, which names binary data and event streams for what they are; `sign-in-page` for
 * a web page; `response-too-large` for more values than a function has memory for
 */
export function parseResponse(body: ResponseBody, readAs: ReadAs): ParsedResponse {
  const { bytes, contentType } = body;
  const { dataSourceName, charset } = readAs;
  const binary = binaryName(contentType, bytes, charset);
  if (binary !== undefined) throw foreignResponse(dataSourceName, binary);
  const decoded = decodeWithBytes(bytes, contentType, charset);
  const { text } = decoded;
  if (isEventStream(contentType, text)) throw foreignResponse(dataSourceName, 'a stream of events (SSE)', text);
  const warnings = new Set<string>();
  const format = formatOf(body, readAs);
  const document = parsers[format](decoded, readAs, (sentence) => warnings.add(sentence));
  const hints = isCharsetGuessed(bytes, contentType, charset) ? [guessedSentence(dataSourceName)] : [];
  const sign = format === 'csv' || format === 'tsv' ? likelySign(decoded.text, readAs.csv) : undefined;
  return {
    document,
    bytes: decoded.bytes,
    warnings: [...warnings],
    hints,
    ...(sign !== undefined && { likelySign: sign }),
  };
}

/** JSON is refused before it is parsed, since nothing can stop that. */
function requireRoom({ text, bytes }: DecodedBody, dataSourceName: string): void {
  if (hasTooManyValues(bytes) && !isWebPage(text)) throw tooManyValues(dataSourceName);
}

const guessedSentence = (name: string) =>
  `${name} does not say in which character set it writes, and it is not UTF-8. It was read as windows-1252; choose another character set if letters look wrong.`;

/** The format that a response is read in. */
export function formatOf(
  { bytes, contentType }: ResponseBody,
  { format, charset }: Pick<ReadAs, 'format' | 'charset'>,
): Format {
  if (format !== 'auto') return format;
  const found = detectFormat(contentType, bytes, charset);
  return found === 'unknown' ? 'json' : found;
}
