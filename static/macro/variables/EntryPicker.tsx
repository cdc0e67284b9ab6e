import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { VariableEntry, VariableView } from '../../../src/shared/contract';
import { entrySearch } from '../../../src/shared/entry-search';
import { useRoom } from '../../visuals/use-room';
import { noChoice } from './shown-variables';

export type LoadEntries = (key: string, text: string) => Promise<{ entries: VariableEntry[]; cut: boolean }>;

interface EntryPickerProps {
  id: string;
  variable: VariableView;
  value: string;
  isMissing: boolean;
  onChange: (value: string) => void;
  loadEntries: LoadEntries;
}

interface Found {
  entries: VariableEntry[];
  words: string;
}

const settleMs = 300;
const mostShown = 100;
const nothing: VariableEntry = { value: '', label: noChoice };

function wordsFor(entries: VariableEntry[], cut: boolean): string {
  if (entries.length === 0) return 'Nothing found.';
  return cut || entries.length > mostShown ? 'Type to find more.' : '';
}

/** The entries that hold the text: fixed ones at once, those of another panel once the typing pauses. */
function useEntries({ variable, loadEntries }: EntryPickerProps, text: string, isOpen: boolean): Found {
  const [found, setFound] = useState<Found>({ entries: [], words: 'Loading…' });
  const load = useRef(loadEntries);
  load.current = loadEntries;
  const { key, entries: fixed, required } = variable;
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    const show = (entries: VariableEntry[], cut: boolean): void => {
      const offered = required || text ? entries : [nothing, ...entries];
      if (isWanted) setFound({ entries: offered.slice(0, mostShown), words: wordsFor(entries, cut) });
    };
    if (fixed) {
      show(fixed.filter(entrySearch(text)), false);
      return undefined;
    }
    const loadMatching = (): void =>
      void load.current(key, text).then(
        ({ entries, cut }) => show(entries, cut),
        () => isWanted && setFound({ entries: [], words: 'The entries could not be loaded.' }),
      );
    const timer = setTimeout(loadMatching, text ? settleMs : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, fixed, required, text, isOpen]);
  return found;
}

function OpenList({
  id,
  found,
  active,
  onPick,
}: {
  id: string;
  found: Found;
  active: number;
  onPick: (entry: VariableEntry) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useRoom(box);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="xd-popup xd-entries" ref={box}>
      <ul id={`${id}-list`} role="listbox" aria-label="Entries">
        {found.entries.map((entry, at) => (
          <li
            key={entry.value}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
            onClick={() => onPick(entry)}
          >
            {entry.label}
          </li>
        ))}
      </ul>
      {found.words && (
        <p className="xd-quiet" role="status">
          {found.words}
        </p>
      )}
    </div>
  );
}

/** A list of many entries, searched by typing (the combobox pattern of the ARIA Authoring Practices Guide). */
export function EntryPicker(props: EntryPickerProps) {
  const { id, variable, value, isMissing, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<VariableEntry>();
  const found = useEntries(props, text, isOpen);
  const list = useId();
  const label = (picked?.value === value ? picked : variable.entries?.find((entry) => entry.value === value))?.label;

  const close = (): void => {
    setOpen(false);
    setText('');
    setActive(0);
  };
  const pick = (entry: VariableEntry): void => {
    setPicked(entry);
    close();
    if (entry.value !== value) onChange(entry.value);
  };
  const move = (step: number): void => {
    setOpen(true);
    setActive(Math.max(0, Math.min(found.entries.length - 1, active + step)));
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(isOpen ? 1 : 0),
    ArrowUp: () => move(-1),
    Enter: () => {
      const entry = found.entries[active];
      if (isOpen && entry) pick(entry);
    },
    Escape: close,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="xd-picker">
      <input
        id={id}
        role="combobox"
        type="text"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${list}-list` : undefined}
        aria-activedescendant={isOpen && found.entries[active] ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        aria-invalid={isMissing || undefined}
        aria-required={variable.required}
        autoComplete="off"
        maxLength={200}
        placeholder="Choose…"
        value={isOpen ? text : (label ?? value)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true);
          setActive(0);
          setText(event.target.value);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && <OpenList id={list} found={found} active={active} onPick={pick} />}
    </div>
  );
}
