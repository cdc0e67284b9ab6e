import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { parseUrl } from '../../../../src/shared/parse-url';
import { allSecretFields } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Notice } from '../../fields/Notice';
import { TextAreaInput } from '../../fields/TextAreaInput';
import { curlPatch } from './curl-patch';
import { parseCurl } from './parse-curl';

const filledPaths = ['name', 'request', 'authentication', 'header', ...allSecretFields];

interface CurlPasteProps {
  state: DataSourceFormState;
  /** Whether the box is open when the form is. */
  startsOpen: boolean;
}

/** Fills the form from a curl command. The command is read in the browser and dropped; nothing is stored until *Save*. */
export function CurlPaste({ state, startsOpen }: CurlPasteProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [command, setCommand] = useState('');
  const [refusals, setRefusals] = useState<string[]>([]);
  const [notes, setNotes] = useState<string[]>();
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.querySelector('textarea')?.focus();
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    setCommand('');
    setRefusals([]);
    opener.current?.focus();
  };
  const fill = (): void => {
    const parsed = parseCurl(command);
    if (!parsed.request) {
      setRefusals(parsed.refusals);
      return;
    }
    const { patch, notes: left } = curlPatch(parsed.request);
    const name = state.values.name.trim() === '' ? parseUrl(parsed.request.url)?.hostname : undefined;
    state.change({ ...patch, ...(name && { name }) }, ...filledPaths);
    setNotes(left);
    close();
  };
  const toggle = (): void => {
    setNotes(undefined);
    if (isOpen) close();
    else setOpen(true);
  };
  return (
    <div className="curl">
      <Button ref={opener} spacing="compact" onClick={toggle} aria-expanded={isOpen}>
        Paste a curl command
      </Button>
      {isOpen ? (
        <div className="curl-box" ref={box}>
          <TextAreaInput
            label="curl command"
            value={command}
            onChange={setCommand}
            placeholder={"curl 'https://api.example.com/v1/items' -H 'Accept: application/json'"}
            help="The command is read in your browser. Credentials in it go into secret fields, and nothing is stored until you save."
            monospaced
            minimumRows={4}
          />
          {refusals.length > 0 ? (
            <Notice look="error" title="The form was not filled" live>
              <ul>
                {refusals.map((refusal) => (
                  <li key={refusal}>{refusal}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <div className="row-of-buttons">
            <Button appearance="primary" onClick={fill} isDisabled={command.trim() === ''}>
              Fill the form
            </Button>
            <Button appearance="subtle" onClick={close}>
              Discard command
            </Button>
          </div>
        </div>
      ) : null}
      {notes ? (
        <Notice look="success" title="Filled in from the command" live>
          {notes.length > 0 ? (
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          ) : (
            'Check it, then test it.'
          )}
        </Notice>
      ) : null}
    </div>
  );
}
