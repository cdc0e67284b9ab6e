import type { Props } from './forge-doc';
import { fieldEvent } from './events';
import { callback, flag, text } from './props';
import { useHeldValue } from './useHeldValue';

/** A box that is ticked or not: its state, which is held here, and how to report a change. */
export function useTick(props: Props, type: 'checkbox' | 'radio'): [boolean, (checked: boolean) => void] {
  const [isChecked, setChecked] = useHeldValue(flag(props, 'isChecked'), flag(props, 'defaultChecked') ?? false);
  const change = (checked: boolean): void => {
    setChecked(checked);
    const field = { name: text(props, 'name'), id: text(props, 'id'), value: text(props, 'value') };
    callback(props, 'onChange')(fieldEvent('change', { ...field, checked, type }));
  };
  return [isChecked, change];
}
