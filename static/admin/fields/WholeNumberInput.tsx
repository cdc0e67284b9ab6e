import type { NumberInputProps } from './NumberInput';
import { NumberInput } from './NumberInput';

interface WholeNumberInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  value: number | undefined;
  /** Gets undefined for an empty field. */
  onChange: (value: number | undefined) => void;
}

/** A field for a whole number, or for none. */
export function WholeNumberInput({ value, onChange, className = 'field-short', ...input }: WholeNumberInputProps) {
  const take = (text: string): void => {
    if (text.trim() === '') onChange(undefined);
    else if (/^\d{1,15}$/.test(text.trim())) onChange(Number(text));
  };
  return (
    <NumberInput {...input} className={className} value={value === undefined ? '' : String(value)} onChange={take} />
  );
}
