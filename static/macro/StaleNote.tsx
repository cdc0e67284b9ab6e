import { Glyph } from '../visuals/icons';
import type { Reader } from '../../src/shared/reader';
import { exactTime } from '../visuals/age-text';

interface StaleNoteProps {
  reason: string;
  fetchedAt: number;
  reader: Reader;
}

/** Says above the rows that they are not what the source has now, why, and from when they are. */
export function StaleNote({ reason, fetchedAt, reader }: StaleNoteProps) {
  return (
    <p className="xd-stale" role="status">
      <Glyph name="warning" />
      <span>
        {reason} <span className="xd-since">These rows are from {exactTime(fetchedAt, reader)}.</span>
      </span>
    </p>
  );
}
