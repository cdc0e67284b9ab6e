import { useId, useState } from 'react';
import type { CellValue, Column, SortOrder } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import { Glyph } from '../icons';
import { widthBounds } from './column-widths';
import { withSort } from './order';
import { Popup } from './Popup';
import type { LoadValues } from './use-column-values';
import { ValueFilter } from './ValueFilter';

export interface ColumnOptionsProps {
  column: Column;
  /** The button that opened them. */
  anchor: HTMLElement;
  sorts: SortOrder[] | undefined;
  labelOf: (column: string) => string;
  onSorts: (sorts: SortOrder[] | undefined) => void;
  chosen: CellValue[];
  /** Absent where nobody can be requested the values. */
  loadValues?: LoadValues;
  onFilter: (values: CellValue[]) => void;
  /** Of which rows the column is sorted and filtered, where there are more. */
  note?: string;
  width: number;
  onWidth: (width: number) => void;
  format: FormatCell;
  locale: string;
  onClose: () => void;
}

const directions = ['ascending', 'descending'] as const;

function Sorting({ column, sorts = [], labelOf, onSorts }: ColumnOptionsProps) {
  const others = sorts.filter((sort) => sort.column !== column.key);
  const current = sorts.find((sort) => sort.column === column.key)?.direction;
  const [keeps, setKeeps] = useState(true);
  const choose = (direction: SortOrder['direction']): void => {
    const wanted = direction === current ? undefined : direction;
    onSorts(withSort(keeps ? sorts : [], column.key, wanted));
  };
  return (
    <div className="xd-sorting" role="group" aria-label="Sort">
      {directions.map((direction) => (
        <button
          key={direction}
          type="button"
          className="xd-button"
          aria-pressed={direction === current}
          onClick={() => choose(direction)}
        >
          <Glyph name={direction} />
          Sort {direction}
        </button>
      ))}
      {others.length > 0 && (
        <label>
          <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />
          together with {others.map((sort) => labelOf(sort.column)).join(', ')}
        </label>
      )}
    </div>
  );
}

function Width({ width, onWidth }: Pick<ColumnOptionsProps, 'width' | 'onWidth'>) {
  const id = useId();
  return (
    <div className="xd-width">
      <label htmlFor={id}>Width</label>
      <input
        id={id}
        type="range"
        min={widthBounds.least}
        max={widthBounds.most}
        step={widthBounds.step}
        value={width}
        aria-valuetext={`${width} pixels`}
        onChange={(event) => onWidth(Number(event.target.value))}
      />
    </div>
  );
}

/** All a reader can do with one column: its order, its width, the values that rows must have in it. */
export function ColumnOptions(props: ColumnOptionsProps) {
  const { column, anchor, chosen, loadValues, onFilter, onClose, format, locale, note, width, onWidth } = props;
  return (
    <Popup anchor={anchor} label={`Options of ${column.label}`} onClose={onClose}>
      {note && <p className="xd-quiet">{note}</p>}
      <Sorting {...props} />
      <Width width={width} onWidth={onWidth} />
      {loadValues && <ValueFilter {...{ column, chosen, format, locale, onFilter }} load={loadValues} />}
    </Popup>
  );
}
