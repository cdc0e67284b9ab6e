import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSelector } from '../../../src/selectors/selector';

interface Case {
  name: string;
  selector: string;
  document?: unknown;
  result?: unknown[];
  results?: unknown[][];
  invalid_selector?: boolean;
}

const root = join(__dirname, '../../..');
const file = join(root, '../shared/data/jsonpath-compliance.json');
const leftOut = join(root, '.build/left-out/jsonpath-compliance.json');

function readCases(): Case[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { tests: Case[] }).tests;
}

/** How many cases the file had when it was last seen; what a run without it says it has left out. */
const knownCases = 352;

function note(count: number): void {
  mkdirSync(join(root, '.build/left-out'), { recursive: true });
  writeFileSync(leftOut, JSON.stringify({ name: 'JSONPath compliance cases', count }));
}

describe('JSONPath compliance cases', () => {
  if (!existsSync(file)) {
    note(knownCases);
    it('says how many are left out because their file is absent', () => {
      expect(JSON.parse(readFileSync(leftOut, 'utf8'))).toMatchObject({ count: knownCases });
    });
    return;
  }
  rmSync(leftOut, { force: true });
  const cases = readCases();
  it.each(cases.filter((one) => !one.invalid_selector).map((one) => [one.name, one] as const))(
    'selects: %s',
    (_, one) => {
      const allowed = one.results ?? [one.result];
      expect(allowed).toContainEqual(compileSelector(one.selector).select(one.document));
    },
  );
  it.each(cases.filter((one) => one.invalid_selector).map((one) => [one.name, one] as const))(
    'refuses: %s',
    (_, one) => {
      expect(() => compileSelector(one.selector)).toThrow(
        expect.objectContaining({
          code: 'selector-invalid',
          message: expect.stringMatching(/^The selector has .+\.$/s),
        }),
      );
    },
  );
});
