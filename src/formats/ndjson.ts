import { parseJson } from '../panel/parse';
import { Problem } from '../problem';
import { unreadable } from './unreadable';

/**
 * The values of newline-delimited JSON, one a line, blank lines left out; long integers are kept as texts of their exact
 * digits. Empty for a text without lines.
 * @throws Problem `response-unreadable` that names the first line which is not JSON
 */
export function parseNdjson(text: string, dataSourceName: string): unknown[] {
  const values: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') values.push(parseLine(line, index + 1, dataSourceName));
  }
  return values;
}

function parseLine(line: string, number: number, name: string): unknown {
  try {
    return parseJson(line, name);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    throw unreadable(name, 'ndjson', `whose line ${number.toLocaleString('en')} cannot be read`, line, cause);
  }
}
