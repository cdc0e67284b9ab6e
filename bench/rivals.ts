import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CellValue } from '../src/shared/frame';
import { decodeAndParse } from './decode-and-parse';

interface JsonPathPlus {
  JSONPath(query: { path: string; json: unknown; eval: 'safe' }): unknown[];
}
interface Jsonata {
  (expression: string): { evaluate(input: unknown): Promise<unknown> };
}

const load = createRequire(join(process.cwd(), 'test', 'package.json'));
const { JSONPath } = load('jsonpath-plus') as JsonPathPlus;
const jsonata = load('jsonata') as Jsonata;

const fields = ['displayName', 'mail', 'jobTitle', 'accountEnabled', 'createdDateTime', 'level'];
const pageRows = 100;

/** The first page sorted by name with `jsonpath-plus` for the rows and each field, and `localeCompare` for the order. */
export function withJsonPathPlus(body: Uint8Array): CellValue[][] {
  const json = decodeAndParse(body);
  const paths = fields.map((field) => JSONPath({ path: `$.value[*].${field}`, json, eval: 'safe' }) as CellValue[]);
  const rows = (paths[0] ?? []).map((_, row) => paths.map((values) => values[row] ?? null));
  return rows.sort(([a], [b]) => String(a).localeCompare(String(b))).slice(0, pageRows);
}

const expression = jsonata(`value.{${fields.map((field) => `"${field}": ${field}`).join(', ')}}`);

/** The first page sorted by name with JSONata for the rows, and `localeCompare` for the order. */
export async function withJsonata(body: Uint8Array): Promise<unknown[]> {
  const rows = (await expression.evaluate(decodeAndParse(body))) as { displayName: string }[];
  return [...rows].sort((a, b) => a.displayName.localeCompare(b.displayName)).slice(0, pageRows);
}
