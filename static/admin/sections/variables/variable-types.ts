import type { PanelVariable } from '../../../../src/shared/contract';
import type { Choice } from '../../fields/SelectInput';

/** The types of a variable, to choose from. */
export const variableTypes: Choice<PanelVariable['type']>[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'list', label: 'List' },
];

/** The same variable with another type; a list begins without entries. */
export function withType(variable: PanelVariable, type: PanelVariable['type']): PanelVariable {
  const { key, label, required, defaultValue } = variable;
  const facts = { key, label, required, defaultValue: fits(defaultValue, type) ? defaultValue : '' };
  if (type !== 'list') return { ...facts, type };
  const entries = variable.type === 'list' ? variable.entries : { from: 'fixed' as const, entries: [] };
  return { ...facts, type, entries };
}

function fits(value: string, type: PanelVariable['type']): boolean {
  if (type === 'boolean') return value === 'true' || value === 'false';
  return type !== 'number' || value === '' || Number.isFinite(Number(value));
}

/** A new variable whose key no other has. */
export function newVariable(others: readonly PanelVariable[]): PanelVariable {
  const keys = new Set(others.map(({ key }) => key));
  let number = 1;
  while (keys.has(`variable${number}`)) number += 1;
  return { key: `variable${number}`, label: '', required: false, defaultValue: '', type: 'text' };
}

/** A key made of a label: `Cost centre` becomes `costCentre`. Empty where the label has no letter. */
export function keyOfLabel(label: string): string {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const key = words.map((word, place) => (place === 0 ? word.toLowerCase() : capitalised(word.toLowerCase()))).join('');
  return key.replace(/^\p{N}+/u, '').slice(0, 50);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * The variable under another label. Its key follows while nobody has written one: a key that stands in filters already
 * must not change.
 */
export function withLabel(variable: PanelVariable, label: string, mayFollow: boolean): PanelVariable {
  const { key, label: former } = variable;
  const isMade = /^variable\d+$/.test(key) || (former !== '' && key === keyOfLabel(former));
  return { ...variable, label, key: mayFollow && isMade ? keyOfLabel(label) || key : key };
}
