import { useState } from 'react';
import type { CellValue } from '../../../src/shared/contract';
import { initialsOf } from '../cells/initials';
import { safeLink } from '../../../src/shared/column-types/safe-link';

/** The picture at the head of a card; initials in its place where there is none, so that cards stay in line. */
export function CardImage({ value, name }: { value: CellValue; name: string }) {
  const href = safeLink(value, 'image');
  const [failed, setFailed] = useState<string | null>(null);
  if (!href || failed === href) {
    return (
      <div className="xd-card-image" aria-hidden="true">
        {initialsOf(name)}
      </div>
    );
  }
  return (
    <img
      className="xd-card-image"
      src={href}
      alt="" // the title below says what it is
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(href)}
    />
  );
}
