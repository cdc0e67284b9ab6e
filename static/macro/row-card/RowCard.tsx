import { useEffect, useState } from 'react';
import type { CellValue, Column } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';
import { closeModal } from '../../shared/modal';
import { CellContent } from '../../visuals/cells/CellContent';
import { Glyph } from '../../visuals/icons';
import { copyPlain } from '../../visuals/table/export/clipboard';
import type { CardContext } from './card-context';

interface FieldProps {
  column: Column;
  value: CellValue;
  reader: Reader;
  openLink: (url: string) => void;
}

function CopyButton({ label, text }: { label: string; text: string }) {
  const [words, setWords] = useState('');
  const copy = async (): Promise<void> => {
    setWords((await copyPlain(text)) ? 'Copied' : 'Not copied: mark the text instead');
  };
  return (
    <>
      <button type="button" className="xd-button" aria-label={`Copy ${label}`} onClick={() => void copy()}>
        Copy
      </button>
      <span role="status" className="xd-quiet">
        {words}
      </span>
    </>
  );
}

function Field({ column, value, reader, openLink }: FieldProps) {
  const text = cellText(value, column, reader);
  return (
    <div className="xd-field">
      <dt>{column.label}</dt>
      <dd dir="auto">
        {text === '' ? (
          <span className="xd-none">Empty</span>
        ) : (
          <CellContent {...{ value, column, reader, openLink }} />
        )}
      </dd>
      <dd className="xd-field-copy">{text !== '' && <CopyButton label={column.label} text={text} />}</dd>
    </div>
  );
}

/** Left and right turn to other rows, Escape closes. */
function useCardKeys(turn: (step: number) => void): void {
  useEffect(() => {
    const hear = ({ key, target }: KeyboardEvent): void => {
      if (key === 'Escape') void closeModal();
      if (target instanceof HTMLInputElement) return;
      if (key === 'ArrowLeft') turn(-1);
      if (key === 'ArrowRight') turn(1);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
}

interface RowCardProps extends Omit<FieldProps, 'column' | 'value'> {
  card: CardContext;
}

/** All fields of a row in full, each to be copied, with a way to the rows before and behind it. */
export function RowCard({ card, reader, openLink }: RowCardProps) {
  const { columns, rows, first, total } = card;
  const [at, setAt] = useState(card.at - first);
  const row = rows[at] ?? [];
  const number = new Intl.NumberFormat(reader.locale);
  const turn = (step: number): void => {
    if (rows[at + step]) setAt(at + step);
  };
  useCardKeys(turn);
  const turnButton = (step: -1 | 1) => (
    <button
      type="button"
      className="xd-turn"
      aria-label={step < 0 ? 'Previous row' : 'Next row'}
      aria-disabled={!rows[at + step]}
      onClick={() => turn(step)}
    >
      <Glyph name={step < 0 ? 'previous' : 'next'} />
    </button>
  );
  return (
    <main className="xd-panel xd-row-card">
      <div className="xd-bar">
        <span role="status">
          Row {number.format(first + at + 1)} of {number.format(total)}
        </span>
        <span className="xd-turns">
          {turnButton(-1)}
          {turnButton(1)}
        </span>
      </div>
      <dl key={at}>
        {columns.map((column, place) => (
          <Field key={column.key} column={column} value={row[place] ?? null} {...{ reader, openLink }} />
        ))}
      </dl>
    </main>
  );
}
