import { rangeSentence } from '../../../src/shared/field-sentences';
import type { NumberBounds } from '../../../src/shared/number-bounds';
import type { TextInputProps } from './TextInput';
import { TextInput } from './TextInput';

export interface NumberInputProps extends Omit<TextInputProps, 'type' | 'help'> {
  bounds: NumberBounds;
  help?: string;
}

/** A field for a number as typed, with the numbers it takes in the help below it. */
export function NumberInput({ bounds, help, ...input }: NumberInputProps) {
  const range = rangeSentence(bounds);
  return <TextInput {...input} type="number" help={help === undefined ? range : `${range} ${help}`} />;
}
