import { isObject, valueAt } from './response-shape';
import type { RowsPath } from './rows-path';
import type { ValuePath } from './simple-path';
import { every } from './simple-path';

/** The paths from the root to the first row, each one step longer than the one before. */
export function pathsToFirstRow(document: unknown, { path }: RowsPath): ValuePath[] {
  const paths: ValuePath[] = [[]];
  for (const step of path) {
    const here = paths.at(-1) ?? [];
    const next = step === every ? firstChild(valueAt(document, here)) : step;
    if (next === undefined) break;
    paths.push([...here, next]);
  }
  return paths;
}

function firstChild(value: unknown): string | number | undefined {
  if (Array.isArray(value)) return value.length > 0 ? 0 : undefined;
  return isObject(value) ? Object.keys(value)[0] : undefined;
}
