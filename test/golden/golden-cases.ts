import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnSettings, RowStep, View, VisualSettings } from '../../src/shared/contract';
import type { RowWindow } from '../../src/shared/view';

/** A response and a panel, and what a reader gets of them. */
export interface Golden {
  says: string;
  /** A value, or the very text of the body where its digits matter. */
  payload: unknown;
  /** Of the response; JSON where absent. */
  contentType?: string;
  filters: string[];
  columns: ColumnSettings[];
  rowSteps?: RowStep[];
  /** A table where absent. */
  visual?: VisualSettings;
  window: RowWindow;
  view: View;
  warnings: string[];
}

/** A case with the name of its file, such as `bar/stacked`. */
export type NamedGolden = Golden & { name: string };

/** All cases, those of one visual after those of another. */
export function goldenCases(): NamedGolden[] {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: folder }) =>
    readdirSync(join(__dirname, folder)).map((file) => {
      const golden = JSON.parse(readFileSync(join(__dirname, folder, file), 'utf8')) as Golden;
      return { ...golden, name: `${folder}/${file.replace(/\.json$/, '')}` };
    }),
  );
}
