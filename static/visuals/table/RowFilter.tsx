import { useId } from 'react';
import { Glyph } from '../icons';
import { useSettledText } from '../use-settled-text';

const settleMs = 250;

/** A text field that reports what stands in it once the typing pauses. */
export function RowFilter({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useSettledText(search, onSearch, settleMs);
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
