type Imports = readonly unknown[];

interface ImportRules {
  importsOf(path: string, source: string): Imports;
  refusedImports(path: string, imports: Imports): string[];
  refusedCircles(imports: ReadonlyMap<string, Imports>): string[];
  recursions: readonly { files: readonly string[] }[];
}

const { importsOf } = jest.requireActual<ImportRules>('../../scripts/imports-of.mjs');
const imports = jest.requireActual<ImportRules>('../../scripts/refused-imports.mjs');
const circles = jest.requireActual<ImportRules>('../../scripts/refused-circles.mjs');

export const { recursions } = jest.requireActual<ImportRules>('../../scripts/import-table.mjs');

/** What `npm run check` says of the imports in this source text. */
export function refusedImports(path: string, source: string): string[] {
  return imports.refusedImports(path, importsOf(path, source));
}

/** What it says of circles among these source texts, by path. */
export function refusedCircles(sources: Record<string, string>): string[] {
  return circles.refusedCircles(
    new Map(Object.entries(sources).map(([path, source]) => [path, importsOf(path, source)])),
  );
}
