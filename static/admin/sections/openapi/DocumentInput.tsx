import type { ClipboardEvent } from 'react';
import { TextAreaInput } from '../../fields/TextAreaInput';
import { Field } from '../../fields/Field';

interface DocumentInputProps {
  text: string;
  onText: (text: string) => void;
  onSource: (source: string | Blob) => void;
}

/** More letters would hold up the page if a field showed them. */
const mostShown = 50_000;

/** A field to paste a document into, and one for a file. A long text is read at once, without being shown. */
export function DocumentInput({ text, onText, onSource }: DocumentInputProps) {
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= mostShown) return;
    event.preventDefault();
    onSource(pasted);
  };
  return (
    <>
      <div onPaste={paste}>
        <TextAreaInput
          label="OpenAPI document"
          value={text}
          onChange={onText}
          placeholder={'openapi: 3.1.0\ninfo:\n  title: Orders'}
          help="JSON or YAML of OpenAPI 2.0, 3.0 or 3.1, up to 20 MB. It is read in your browser, and nothing that it refers to is loaded."
          monospaced
          minimumRows={4}
        />
      </div>
      <Field label="Or a file">
        {({ id, describedBy }) => (
          <input
            id={id}
            type="file"
            accept=".json,.yaml,.yml,application/json,application/yaml"
            aria-describedby={describedBy}
            onChange={({ currentTarget: { files } }) => {
              if (files?.[0]) onSource(files[0]);
            }}
          />
        )}
      </Field>
    </>
  );
}
