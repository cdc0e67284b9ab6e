import type { Column } from '../frame';
import { Problem } from '../problem';
import type { FrameSource } from './frame-source';

/**
 * The place of the column with that key.
 * @throws Problem `visual-unsuited` for a column that is hidden or does not exist any more
 */
export function requirePlace({ columns, aside = [] }: FrameSource, wanted: string, role: string): number {
  const place = columns.findIndex(({ key }) => key === wanted);
  if (place >= 0) return place;
  const hidden = aside.find(({ key }) => key === wanted);
  throw new Problem('visual-unsuited', hidden ? hiddenColumn(hidden, role) : goneColumn(role));
}

function hiddenColumn({ label }: Column, role: string): string {
  const cure = 'An editor can show it in the settings of the macro, or an admin in the panel.';
  return `The column “${label}” is hidden, but this panel shows it as ${role}. ${cure}`;
}

function goneColumn(role: string): string {
  return `This panel does not have the column any more that it shows as ${role}. An admin can choose another one in the panel.`;
}
