import type { VariableView } from '../../../src/shared/contract';

/** What a variable's value is called: the label of its entry, Yes or No, else the value itself; empty where it is. */
export function valueLabel({ type, value, entries }: Pick<VariableView, 'type' | 'value' | 'entries'>): string {
  if (type === 'boolean') return value === 'true' ? 'Yes' : 'No';
  return entries?.find((entry) => entry.value === value)?.label ?? value;
}
