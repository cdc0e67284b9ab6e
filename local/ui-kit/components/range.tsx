import type { ReactElement } from 'react';
import type { NodeComponents, NodeProps } from '../node-component';
import { ariaProps, callback, flag, number, text } from '../props';
import { useHeldValue } from '../useHeldValue';

function Range({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [value, setValue] = useHeldValue(number(props, 'value'), number(props, 'defaultValue') ?? 50);
  const change = (next: number): void => {
    setValue(next);
    callback(props, 'onChange')(next);
  };
  return (
    <input
      type="range"
      className="uik-range"
      {...ariaProps(props)}
      id={text(props, 'id')}
      name={text(props, 'name')}
      min={number(props, 'min') ?? 0}
      max={number(props, 'max') ?? 100}
      step={number(props, 'step') ?? 0.1}
      value={value}
      disabled={flag(props, 'isDisabled')}
      onChange={(event) => change(Number(event.target.value))}
    />
  );
}

/** Sliding to a number. */
export const rangeComponents: NodeComponents = { Range };
