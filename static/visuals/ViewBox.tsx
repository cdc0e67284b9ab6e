import { useState } from 'react';
import type { RowWindow, View } from '../../src/shared/contract';
import type { Reader } from '../../src/shared/reader';
import { Visual } from './view-components';
import { rowsOf } from './view-window';

interface ViewBoxProps {
  title: string;
  view: View;
  /** 20 where absent. */
  rowsPerPage?: number;
  reader: Reader;
  /** Opens an address that `safeLink` has passed. */
  openLink: (url: string) => void;
}

/**
 * Any view as readers will see it, with nobody to load more from. With all rows at hand they can be sorted, searched and
 * paged; else it shows the first.
 */
export function ViewBox({ view, rowsPerPage = 20, ...props }: ViewBoxProps) {
  const [window, setWindow] = useState<RowWindow>({ offset: 0, count: rowsPerPage });
  const rows = rowsOf(view);
  const isWhole = rows?.whole === true;
  return (
    <Visual
      {...props}
      view={view}
      window={rows && !isWhole ? { ...window, count: Math.max(rows.rows.length, 1) } : window}
      onWindow={isWhole ? setWindow : undefined}
    />
  );
}
