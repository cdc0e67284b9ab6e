import type { CellValue, Column } from '../../../src/shared/contract';
import type { CountedValue } from '../../../src/shared/distinct-values';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import { countPhrase } from '../../../src/shared/phrase';
import { useSettledText } from '../use-settled-text';
import { mostFilterValues } from './column-filter';
import type { ListedValues, LoadValues } from './use-column-values';
import { useColumnValues } from './use-column-values';
import { useState } from 'react';

interface ValueFilterProps {
  column: Column;
  /** The values that rows are filtered by now. */
  chosen: CellValue[];
  load: LoadValues;
  format: FormatCell;
  locale: string;
  onFilter: (values: CellValue[]) => void;
}

const settleMs = 300;

/** The chosen values that are not in the list stand before it, so that they can be taken back. */
function listedWith(chosen: CellValue[], { values }: ListedValues): { value: CellValue; count?: number }[] {
  const known = new Set(values.map(({ value }) => value));
  return [...chosen.filter((value) => !known.has(value)).map((value) => ({ value })), ...values];
}

function Amount({ listed, locale }: { listed: ListedValues; locale: string }) {
  if (listed.state === 'loading') return <>Loading the values…</>;
  if (listed.state === 'failed') return <>The values could not be loaded.</>;
  return <>{countPhrase(listed.total, { one: '{count} value', other: '{count} values' }, {}, { locale })}</>;
}

/** The values of a column to tick; rows with a ticked one are shown, all rows where none is. */
export function ValueFilter({ column, chosen, load, format, locale, onFilter }: ValueFilterProps) {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useSettledText('', setSearch, settleMs);
  const [listed, more] = useColumnValues(load, search);
  const report = (text: string): void => onFilter(JSON.parse(text) as CellValue[]);
  const [ticked, setTicked] = useSettledText(JSON.stringify(chosen), report, settleMs);
  const values = JSON.parse(ticked) as CellValue[];
  const toggle = (value: CellValue): void => {
    const others = values.filter((one) => one !== value);
    if (others.length === values.length && values.length >= mostFilterValues) return;
    setTicked(JSON.stringify(others.length < values.length ? others : [...values, value]));
  };
  const number = new Intl.NumberFormat(locale);
  const name = (value: CellValue): string => (value === null || value === '' ? '(empty)' : format(value, column));
  return (
    <fieldset className="xd-values">
      <legend>Show only rows with</legend>
      <input
        type="search"
        aria-label={`Search the values of ${column.label}`}
        placeholder="Search values"
        value={typed}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul aria-busy={listed.state === 'loading'}>
        {listedWith(values, listed).map(({ value, count }: Partial<CountedValue> & Pick<CountedValue, 'value'>) => (
          <li key={JSON.stringify(value)}>
            <label>
              <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
              <span className="xd-value">{name(value)}</span>
              {count !== undefined && <span className="xd-count">{number.format(count)}</span>}
            </label>
          </li>
        ))}
      </ul>
      <div className="xd-bar">
        <span role="status" className="xd-quiet">
          <Amount listed={listed} locale={locale} />
        </span>
        {(listed.nextOffset !== undefined || listed.state === 'failed') && (
          <button type="button" className="xd-button" onClick={more}>
            {listed.state === 'failed' ? 'Try again' : 'Show more'}
          </button>
        )}
        {values.length > 0 && (
          <button type="button" className="xd-button" onClick={() => setTicked('[]')}>
            Clear
          </button>
        )}
      </div>
    </fieldset>
  );
}
