import type { Key, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { moved } from '../form-model/items';
import { DragHandle } from './DragHandle';
import { IconButton } from './IconButton';
import type { Drag } from './useDragOrder';
import { useDragOrder } from './useDragOrder';
import { useShowAdded } from './useShowAdded';

/** What an entry of an ordered list is moved and removed with. */
export interface ItemControls {
  /** Dragged, or moved by the arrow keys. */
  handle: ReactNode;
  /** One place up, one place down. */
  moving: ReactNode;
  removal: ReactNode;
}

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
  /** An entry with its controls; without any where it is fixed. */
  children: (entry: Entry, position: number, controls: ItemControls | undefined) => ReactNode;
}

/** Entries in an order that people change: each with controls that move and remove it, and every move is spoken. */
export function ItemList<Entry>(props: ItemListProps<Entry>) {
  const { noun, entries, onChange, idOf, nameOf, isFixed = () => false, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const canMove = (to: number): boolean => to >= 0 && to < entries.length && !isFixed(to);
  const move = (from: number, to: number): void => {
    const entry = entries[from];
    if (entry === undefined || !canMove(to)) return;
    onChange(moved(entries, from, to));
    setSaid(`${nameOf(entry, from)} is now ${noun} ${to + 1} of ${entries.length}.`);
  };
  const { drag, eventsOf } = useDragOrder(list, move);
  useShowAdded(list, entries.length);
  const remove = (position: number): void => {
    const entry = entries[position];
    if (entry === undefined) return;
    onChange(entries.toSpliced(position, 1));
    setSaid(`${nameOf(entry, position)} was removed.`);
    list.current?.focus();
  };
  const stepButton = (name: string, position: number, way: 'up' | 'down'): ReactNode => {
    const to = way === 'up' ? position - 1 : position + 1;
    return (
      <IconButton
        icon={way}
        label={`Move ${name} ${way}`}
        isDisabled={!canMove(to)}
        onClick={() => move(position, to)}
      />
    );
  };
  const controlsOf = (name: string, position: number): ItemControls | undefined =>
    isFixed(position)
      ? undefined
      : {
          handle: <DragHandle name={name} events={eventsOf(position)} />,
          moving: (
            <>
              {stepButton(name, position, 'up')}
              {stepButton(name, position, 'down')}
            </>
          ),
          removal: <IconButton icon="remove" label={`Remove ${name}`} onClick={() => remove(position)} />,
        };
  return (
    <div className="items" ref={list} tabIndex={-1}>
      {entries.map((entry, position) => (
        <div
          className={`item ${dragLook(drag, position)}`}
          key={idOf(entry)}
          role="group"
          aria-label={`${capitalised(noun)} ${position + 1}`}
        >
          {children(entry, position, controlsOf(nameOf(entry, position), position))}
        </div>
      ))}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

/** The buttons of an entry that is moved step by step. */
export function ItemButtons({ controls }: { controls: ItemControls | undefined }) {
  if (!controls) return null;
  return (
    <span className="item-buttons">
      {controls.moving}
      {controls.removal}
    </span>
  );
}

/** The dragged entry is pale, and a line shows where it would go. */
function dragLook(drag: Drag | undefined, position: number): string {
  if (!drag) return '';
  if (position === drag.from) return 'item-dragged';
  if (position !== drag.to) return '';
  return drag.to < drag.from ? 'item-drop-before' : 'item-drop-after';
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
