import { useEffect, useState } from 'react';
import { ageText, ageTextHolds, exactTime } from '../visuals/age-text';
import type { Reader } from '../../src/shared/reader';

/** "Updated 3 minutes ago", kept true by itself, with the exact time on hover and for screen readers. */
export function UpdatedAgo({ fetchedAt, reader }: { fetchedAt: number; reader: Reader }) {
  const [, redraw] = useState(0);
  const age = Date.now() - fetchedAt;
  useEffect(() => {
    const timer = setTimeout(() => redraw((count) => count + 1), ageTextHolds(Date.now() - fetchedAt));
    return () => clearTimeout(timer);
  });
  const exact = exactTime(fetchedAt, reader);
  return (
    <time dateTime={new Date(fetchedAt).toISOString()} title={exact}>
      Updated {ageText(age)}
      <span className="xd-hidden">, on {exact}</span>
    </time>
  );
}
