import { useEffect, useRef } from 'react';
import type { TableParts } from '../use-table';
import type { OpenRow } from './on-grid-key';
import { onGridKey, onRowClick } from './on-grid-key';
import { resizeByPointer } from './resize-columns';

export interface TableToolsProps {
  parts: TableParts;
  openRow: OpenRow;
}

/** What keys and pointers do in a table beside pressing its buttons. It comes after the first rows and draws nothing. */
export function TableTools(props: TableToolsProps) {
  const latest = useRef(props);
  latest.current = props;
  const { table } = props.parts;
  useEffect(() => {
    const element = table.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('keydown', (event) => onGridKey(event, latest.current.openRow), { signal });
    element.addEventListener('click', (event) => onRowClick(event, latest.current.openRow), { signal });
    const endResizing = resizeByPointer(element, () => {
      const { sizing, rows } = latest.current.parts;
      return {
        onResize: (place, width) => {
          const key = rows.columns.at(place)?.column.key;
          if (key) sizing.resize(key, width);
        },
        onReset: sizing.reset,
      };
    });
    return () => {
      listening.abort();
      endResizing();
    };
  }, [table]);
  return null;
}
