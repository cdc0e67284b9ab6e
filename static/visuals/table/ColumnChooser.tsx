import type { TableView } from '../../../src/shared/contract';
import { Glyph } from '../icons';
import { frozenColumns, mostFrozen } from './frozen-columns';
import { Popup } from './Popup';
import { shownColumns } from './shown-columns';
import type { TableParts } from './use-table';

interface ColumnChooserProps {
  anchor: HTMLElement;
  view: TableView;
  /** Rows of a page as the panel has it. */
  usualCount: number;
  parts: TableParts;
  onClose: () => void;
}

interface LineProps {
  label: string;
  isShown: boolean;
  /** True for the last that is shown, which stays. */
  isLast: boolean;
  onShow: () => void;
  /** Moves it by so many places; absent where it cannot go further. */
  up?: () => void;
  down?: () => void;
}

function Line({ label, isShown, isLast, onShow, up, down }: LineProps) {
  const move = (name: 'ascending' | 'descending', words: string, act: (() => void) | undefined) => (
    <button type="button" className="xd-turn" aria-label={`Move ${label} ${words}`} aria-disabled={!act} onClick={act}>
      <Glyph name={name} />
    </button>
  );
  return (
    <li>
      <label>
        <input type="checkbox" checked={isShown} disabled={isLast} onChange={onShow} />
        <span className="xd-value">{label}</span>
      </label>
      {move('ascending', 'up', up)}
      {move('descending', 'down', down)}
    </li>
  );
}

function swapped(keys: string[], at: number, other: number): string[] {
  const next = [...keys];
  [next[at], next[other]] = [keys[other]!, keys[at]!];
  return next;
}

/** Which columns are shown, in which order, how many stay in sight, and a way back to the panel's own. */
export function ColumnChooser({ anchor, view, usualCount, parts, onClose }: ColumnChooserProps) {
  const { layout, arrange, sizing, change } = parts;
  const { hidden = [], order = [] } = layout;
  const all = shownColumns(view.columns, { order }).map(({ column }) => column);
  const keys = all.map(({ key }) => key);
  const shown = keys.filter((key) => !hidden.includes(key));
  const toggle = (key: string): void =>
    arrange({ hidden: hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key] });
  const move = (at: number, step: number) =>
    keys[at + step] === undefined ? undefined : () => arrange({ order: swapped(keys, at, at + step) });
  const freeze = (frozen: number): void => arrange({ frozen, ...(frozen > 1 && { widths: sizing.freeze() }) });
  const reset = (): void => {
    arrange({ order: undefined, hidden: undefined, frozen: undefined });
    change({ sorts: undefined, count: usualCount });
    sizing.reset();
  };
  return (
    <Popup anchor={anchor} label="Columns" onClose={onClose}>
      <ul className="xd-columns">
        {all.map(({ key, label }, at) => (
          <Line
            key={key}
            label={label}
            isShown={shown.includes(key)}
            isLast={shown.length === 1 && shown[0] === key}
            onShow={() => toggle(key)}
            up={move(at, -1)}
            down={move(at, 1)}
          />
        ))}
      </ul>
      <label className="xd-size">
        Columns that stay in sight
        <select value={frozenColumns(layout, view)} onChange={(event) => freeze(Number(event.target.value))}>
          {Array.from({ length: mostFrozen + 1 }, (_, count) => (
            <option key={count} value={count}>
              {count === 0 ? 'None' : count}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="xd-button" onClick={reset}>
        Reset to the panel’s view
      </button>
    </Popup>
  );
}
