import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';

const packageFile = require.resolve('@atlaskit/adf-schema/package.json');
const schemaFile = join(dirname(packageFile), 'dist/json-schema/v1/full.json');
const validate = new Ajv({ strict: false, allErrors: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

/** What the platform's own schema of documents finds wrong; empty for a valid one. */
export function adfErrors(document: unknown): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/** The text of every paragraph and of every row of a table, cells parted by ` | `. */
export function adfLines(node: unknown): string[] {
  const { type, content = [] } = node as { type: string; content?: unknown[] };
  if (type === 'paragraph') return [adfTextOf(node)];
  if (type === 'tableRow') return [content.map(adfTextOf).join(' | ')];
  return content.flatMap(adfLines);
}

function adfTextOf(node: unknown): string {
  const { text = '', content = [] } = node as { text?: string; content?: unknown[] };
  return text + content.map(adfTextOf).join('');
}
