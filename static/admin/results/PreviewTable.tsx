import { useState } from 'react';
import type { RowWindow, View } from '../../../src/contract';
import { openTab } from '../../shared/platform';
import { Visual } from '../../visuals/registry';
import '../../visuals/visuals.css';
import { adminReader } from '../app/admin-reader';

interface PreviewTableProps {
  title: string;
  view: View;
  rowsPerPage?: number;
}

/** A view as readers will see it. With all rows at hand it can be sorted, searched and paged; else it shows the first. */
export function PreviewTable({ title, view, rowsPerPage = 20 }: PreviewTableProps) {
  const [window, setWindow] = useState<RowWindow>({ offset: 0, count: rowsPerPage });
  return (
    <Visual
      title={title}
      view={view}
      window={view.whole ? window : { ...window, count: Math.max(view.rows.length, 1) }}
      onWindow={view.whole ? setWindow : undefined}
      reader={adminReader}
      openLink={(url) => void openTab(url).catch(() => undefined)}
    />
  );
}
