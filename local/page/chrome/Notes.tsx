import type { ReactElement } from 'react';
import { useState } from 'react';
import type { HostNote } from '../../shared/api';

/** The notes that whoever started the host wants beside the app's settings: values, each with a copy button. */
export function Notes({ notes }: { notes: HostNote[] }): ReactElement | null {
  if (notes.length === 0) return null;
  return (
    <aside className="notes" aria-label="Notes">
      {notes.map((note) => (
        <section key={note.title} className="note">
          <h2>{note.title}</h2>
          {note.text && <p>{note.text}</p>}
          <dl>
            {note.values.map((entry) => (
              <NoteValue key={entry.label} {...entry} />
            ))}
          </dl>
        </section>
      ))}
    </aside>
  );
}

function NoteValue({ label, value }: { label: string; value: string }): ReactElement {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="note-value">
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <button type="button" className="small-button" aria-label={`Copy ${label}`} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </dd>
    </div>
  );
}
