import type { ReactElement } from 'react';
import { useId } from 'react';
import { documentOf, linesOf } from './macro-body';

interface MacroBodyProps {
  /** A document of the editor's format. */
  body: unknown;
  onChange(body: unknown): void;
}

/** The body of a bodied macro as plain paragraphs; marks and other nodes are lost when it is changed here. */
export function MacroBody({ body, onChange }: MacroBodyProps): ReactElement {
  const id = useId();
  return (
    <div className="macro-body">
      <label htmlFor={id}>Body</label>
      <textarea id={id} rows={3} value={linesOf(body)} onChange={(event) => onChange(documentOf(event.target.value))} />
    </div>
  );
}
