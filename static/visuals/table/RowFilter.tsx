import { useEffect, useId, useRef, useState } from 'react';
import { Glyph } from '../icons';

const settleMs = 250;

/** A text field that reports what stands in it once the typing pauses. */
export function RowFilter({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useState(search);
  const reported = useRef(search);
  const report = useRef(onSearch);
  report.current = onSearch;

  useEffect(() => {
    if (search === reported.current) return; // the reader may have typed on since then
    reported.current = search;
    setText(search);
  }, [search]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === reported.current) return undefined;
    const timer = setTimeout(() => {
      reported.current = wanted;
      report.current(wanted);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div className="xd-filter">
      <label className="xd-hidden" htmlFor={id}>
        Filter rows
      </label>
      <Glyph name="search" />
      <input
        id={id}
        type="search"
        value={text}
        maxLength={200}
        placeholder="Filter rows"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
