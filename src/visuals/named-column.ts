import type { Column } from '../shared/frame';
import { Problem } from '../shared/problem';
import type { FrameSource } from './frame-source';

/**
 * The place of the column with that key.
 * @throws Problem `visual-unsuited` for a column that is hidden or does not exist any more
 */
export function requirePlace({ columns, aside = [] }: FrameSource, wanted: string, role: string): number {
  const place = columns.findIndex(({ key }) => key === wanted);
  if (place >= 0) return place;
  const hidden = aside.find(({ key }) => key === wanted);
  throw hidden ? hiddenColumn(hidden, role) : goneColumn(role);
}

/**
 * Does nothing where there is a column to show.
 * @throws Problem `visual-unsuited` where all are hidden
 */
export function requireShown({ columns, aside = [] }: FrameSource): void {
  if (columns.length === 0 && aside.length > 0)
    throw new Problem('visual-unsuited', 'All columns of this panel are hidden.', {
      remedy: 'An editor can show them in the settings of the macro, or an admin in the panel.',
    });
}

function hiddenColumn({ label }: Column, role: string): Problem {
  return new Problem('visual-unsuited', `The column “${label}” is hidden, but this panel shows it as ${role}.`, {
    remedy: 'An editor can show it in the settings of the macro, or an admin in the panel.',
  });
}

function goneColumn(role: string): Problem {
  return new Problem('visual-unsuited', `This panel no longer has the column that it shows as ${role}.`, {
    remedy: 'An admin can choose another one in the panel.',
  });
}
