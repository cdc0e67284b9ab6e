import { HelperMessage, Label, Stack, Textfield, ValidMessage } from '@forge/react';
import { useState } from 'react';
import type { VariableValues, VariableView } from '../shared/contract';
import { valuesInLink } from '../shared/link-values';

interface LinkFieldProps {
  variables: VariableView[];
  onFill: (values: VariableValues) => void;
}

/** The values of a link that the variables take: of a list with fixed entries only those among them. */
function takenFrom(address: string, variables: VariableView[]): VariableValues {
  const values = valuesInLink(
    address,
    variables.map(({ key }) => key),
  );
  const suits = ([key, value]: [string, string]): boolean => {
    const entries = variables.find((variable) => variable.key === key)?.entries;
    return entries === undefined || entries.some((entry) => entry.value === value);
  };
  return Object.fromEntries(Object.entries(values).filter(suits));
}

/** A field for a link that somebody copied from a page with this panel, whose values then stand in the fields below. */
export function LinkField({ variables, onFill }: LinkFieldProps) {
  const [address, setAddress] = useState('');
  const taken = takenFrom(address, variables);
  const labels = variables.filter(({ key }) => key in taken).map(({ label }) => label);
  const paste = (text: string): void => {
    setAddress(text);
    const found = takenFrom(text, variables);
    if (Object.keys(found).length > 0) onFill(found);
  };
  return (
    <Stack>
      <Label labelFor="link">Fill from a shared link (optional)</Label>
      <Textfield
        id="link"
        name="link"
        placeholder="Paste a link copied from a page"
        onChange={(event) => paste(String(event.target.value ?? ''))}
      />
      {labels.length > 0 && <ValidMessage>{`Filled: ${labels.join(', ')}.`}</ValidMessage>}
      {labels.length === 0 && address.trim() !== '' && (
        <HelperMessage>This text has no values for these variables.</HelperMessage>
      )}
    </Stack>
  );
}
