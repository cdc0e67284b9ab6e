import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { copyText } from '../../fields/copy-text';

/** Everything about the test as text to pass on, without secrets. */
export function Diagnostic({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    if (!field.current) return;
    setSaid((await copyText(field.current)) ? 'Copied' : 'Press Ctrl+C or ⌘C to copy');
  };
  return (
    <>
      <p className="raw-size">To share with whoever helps you. It contains no secrets.</p>
      <div className="row-of-buttons">
        <Button spacing="compact" onClick={() => void copy()}>
          Copy diagnostic
        </Button>
        <span role="status" className="field-help">
          {said}
        </span>
      </div>
      <textarea ref={field} className="raw diagnostic" readOnly rows={14} value={text} aria-label="Diagnostic text" />
    </>
  );
}
