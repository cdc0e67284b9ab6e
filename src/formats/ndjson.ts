import { Problem } from '../shared/problem';
import { unreadableResponse } from './unreadable-response';

/** Reads one JSON text; throws a `Problem` for what is none. */
export type ParseJson = (text: string, dataSourceName: string) => unknown;

/**
 * The values of newline-delimited JSON, one a line, blank lines left out; each line is read as a response of its own
 * would be. Empty for a text without lines.
 * @throws Problem `response-unreadable` that names the first line which is not JSON
 */
export function parseNdjson(text: string, dataSourceName: string, parseJson: ParseJson): unknown[] {
  const values: unknown[] = [];
  let number = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).replace(/^\u001e/, ''); // before each value of a JSON text sequence (RFC 7464 section 2.1)
    number++;
    at = end + 1;
    if (line.trim() !== '') values.push(parseLine(line, number, dataSourceName, parseJson));
  }
  return values;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function parseLine(line: string, number: number, name: string, parseJson: ParseJson): unknown {
  try {
    return parseJson(line, name);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    throw unreadableResponse(name, 'ndjson', `whose line ${number.toLocaleString('en')} cannot be read`, line, cause);
  }
}
