import type { Key, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { IconButton } from './IconButton';
import { moved } from '../form-model/items';

interface ItemListProps<Entry> {
  /** What one entry is called in labels, such as `column`. */
  noun: string;
  entries: Entry[];
  onChange: (entries: Entry[]) => void;
  idOf: (entry: Entry) => Key;
  /** How buttons and screen readers name the entry. */
  nameOf: (entry: Entry, position: number) => string;
  /** Whether the entry may be moved and removed; all may where absent. */
  isFixed?: (position: number) => boolean;
  /** An entry with its buttons. */
  children: (entry: Entry, position: number, buttons: ReactNode) => ReactNode;
}

/** Entries in an order that people change: each with buttons that move and remove it, and every move is spoken. */
export function ItemList<Entry>(props: ItemListProps<Entry>) {
  const { noun, entries, onChange, idOf, nameOf, isFixed = () => false, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const canMove = (position: number, step: -1 | 1): boolean => {
    const target = position + step;
    return target >= 0 && target < entries.length && !isFixed(target);
  };
  const move = (position: number, step: -1 | 1): void => {
    const entry = entries[position];
    if (entry === undefined || !canMove(position, step)) return;
    onChange(moved(entries, position, step));
    setSaid(`${nameOf(entry, position)} is now ${noun} ${position + step + 1} of ${entries.length}.`);
  };
  const remove = (position: number): void => {
    const entry = entries[position];
    if (entry === undefined) return;
    onChange(entries.toSpliced(position, 1));
    setSaid(`${nameOf(entry, position)} was removed.`);
    list.current?.focus();
  };
  const buttonsOf = (name: string, position: number): ReactNode =>
    isFixed(position) ? null : (
      <span className="item-buttons">
        <IconButton
          icon="up"
          label={`Move ${name} up`}
          isDisabled={!canMove(position, -1)}
          onClick={() => move(position, -1)}
        />
        <IconButton
          icon="down"
          label={`Move ${name} down`}
          isDisabled={!canMove(position, 1)}
          onClick={() => move(position, 1)}
        />
        <IconButton icon="remove" label={`Remove ${name}`} onClick={() => remove(position)} />
      </span>
    );
  return (
    <div className="items" ref={list} tabIndex={-1}>
      {entries.map((entry, position) => (
        <div className="item" key={idOf(entry)} role="group" aria-label={`${capitalised(noun)} ${position + 1}`}>
          {children(entry, position, buttonsOf(nameOf(entry, position), position))}
        </div>
      ))}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
