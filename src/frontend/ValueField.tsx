import { Box, HelperMessage, Select, Stack, Textfield, xcss } from '@forge/react';
import { useCallback } from 'react';
import type { VariableEntry, VariableView } from '../shared/contract';
import { macroReply } from './call-macro';
import { listNote } from './list-note';
import { useReply } from './useReply';

interface ValueFieldProps {
  panelId: string;
  variable: VariableView;
  value: string;
  onChange: (value: string) => void;
}

const yesAndNo: VariableEntry[] = [
  { label: 'Yes', value: 'true' },
  { label: 'No', value: 'false' },
];

/** The field for the value that a macro gives a variable; empty for the panel's own. */
export function ValueField(props: ValueFieldProps) {
  const { type, entries } = props.variable;
  if (type === 'boolean') return <EntryField {...props} entries={yesAndNo} />;
  if (type === 'list') return entries ? <EntryField {...props} entries={entries} /> : <FetchedEntryField {...props} />;
  return <TypedField {...props} />;
}

function TypedField({ variable, value, onChange }: ValueFieldProps) {
  const id = `value-${variable.key}`;
  return (
    <Textfield
      id={id}
      name={id}
      type={variable.type === 'number' ? 'number' : 'text'}
      placeholder={variable.value}
      defaultValue={value}
      onChange={(event) => onChange(String(event.target.value ?? ''))}
    />
  );
}

/** As wide as the field, whatever it says: the field beside it keeps its place. */
const noteStyle = xcss({ width: '0', minWidth: '100%' });

/** The entries are another panel's rows; while they cannot be had, the value is typed. */
function FetchedEntryField(props: ValueFieldProps) {
  const { panelId, variable } = props;
  const { key } = variable;
  const { reply } = useReply(
    useCallback(() => macroReply('variableEntries', { panelId, key, text: '' }), [panelId, key]),
  );
  const found =
    reply.state === 'value' && reply.value.state === 'entries' && !reply.value.cut ? reply.value : undefined;
  const note = listNote(reply);
  return (
    <Stack>
      {found ? <EntryField {...props} entries={found.entries} /> : <TypedField {...props} />}
      {note && (
        <Box xcss={noteStyle}>
          <HelperMessage>{note}</HelperMessage>
        </Box>
      )}
    </Stack>
  );
}

function EntryField({ variable, value, onChange, entries }: ValueFieldProps & { entries: VariableEntry[] }) {
  const options = [{ label: 'As set in the panel', value: '' }, ...entries];
  return (
    <Select
      inputId={`value-${variable.key}`}
      options={options}
      value={options.find((option) => option.value === value) ?? options[0]}
      onChange={(option: VariableEntry | null) => onChange(option?.value ?? '')}
    />
  );
}
