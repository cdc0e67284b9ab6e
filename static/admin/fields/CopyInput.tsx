import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { copyText } from './copy-text';
import { Field } from './Field';

interface CopyInputProps {
  label: string;
  value: string;
  help?: ReactNode;
  onCopied?: () => void;
}

/** A value to take elsewhere: read-only, with a button that copies it. */
export function CopyInput({ label, value, help, onCopied }: CopyInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    if (!input.current) return;
    setSaid((await copyText(input.current)) ? 'Copied' : 'Press Ctrl+C or ⌘C to copy');
    onCopied?.();
  };
  return (
    <Field label={label} help={help}>
      {({ id, describedBy }) => (
        <div className="copy-row">
          <Textfield id={id} ref={input} value={value} isReadOnly isMonospaced aria-describedby={describedBy} />
          <Button onClick={() => void copy()} aria-label={`Copy ${label}`}>
            Copy
          </Button>
          <span role="status" className="copy-said">
            {said}
          </span>
        </div>
      )}
    </Field>
  );
}
