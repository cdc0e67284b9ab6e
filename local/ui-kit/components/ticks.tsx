import CheckboxField from '@atlaskit/checkbox';
import type { ReactElement } from 'react';
import type { Choice } from '../choice';
import { fieldEvent } from '../events';
import type { NodeComponents, NodeProps } from '../node-component';
import { Slot } from '../NodeView';
import { ariaProps, callback, flag, list, text } from '../props';
import { useHeldValue } from '../useHeldValue';
import { useTick } from '../useTick';

function Checkbox({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [isChecked, change] = useTick(props, 'checkbox');
  return (
    <CheckboxField
      {...ariaProps(props)}
      id={text(props, 'id')}
      name={text(props, 'name')}
      value={text(props, 'value')}
      label={props.label === undefined ? undefined : <Slot value={props.label} />}
      isChecked={isChecked}
      isDisabled={flag(props, 'isDisabled')}
      isIndeterminate={flag(props, 'isIndeterminate')}
      isInvalid={flag(props, 'isInvalid')}
      isRequired={flag(props, 'isRequired')}
      testId={text(props, 'testId')}
      onChange={(event) => change(event.target.checked)}
      onBlur={() => callback(props, 'onBlur')(fieldEvent('blur', { name: text(props, 'name'), type: 'checkbox' }))}
    />
  );
}

function Toggle({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [isChecked, change] = useTick(props, 'checkbox');
  return (
    <input
      type="checkbox"
      role="switch"
      className="uik-toggle"
      data-size={text(props, 'size')}
      aria-label={text(props, 'label')}
      id={text(props, 'id')}
      name={text(props, 'name')}
      checked={isChecked}
      disabled={flag(props, 'isDisabled')}
      onChange={(event) => change(event.target.checked)}
    />
  );
}

function CheckboxGroup({ node }: NodeProps): ReactElement {
  const { props } = node;
  const given = Array.isArray(props.value) ? (props.value as string[]) : undefined;
  const [ticked, setTicked] = useHeldValue(given, list(props, 'defaultValue') as string[]);
  const tick = (value: string, isTicked: boolean): void => {
    const next = isTicked ? [...ticked, value] : ticked.filter((one) => one !== value);
    setTicked(next);
    callback(props, 'onChange')(next);
  };
  return (
    <div role="group" className="uik-choices" aria-labelledby={text(props, 'aria-labelledby')}>
      {(list(props, 'options') as Choice[]).map((choice) => (
        <CheckboxField
          key={choice.value}
          name={text(props, 'name')}
          value={choice.value}
          label={choice.label}
          isChecked={ticked.includes(choice.value)}
          isDisabled={choice.isDisabled ?? flag(props, 'isDisabled')}
          isInvalid={flag(props, 'isInvalid')}
          onChange={(event) => tick(choice.value, event.target.checked)}
        />
      ))}
    </div>
  );
}

/** Boxes that are ticked, one by one or as a group, and switches. */
export const tickComponents: NodeComponents = { Checkbox, CheckboxGroup, Toggle };
