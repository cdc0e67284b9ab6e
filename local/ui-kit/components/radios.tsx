import type { ReactElement } from 'react';
import type { Choice } from '../choice';
import { fieldEvent } from '../events';
import type { NodeComponents, NodeProps } from '../node-component';
import { callback, flag, list, text } from '../props';
import { useHeldValue } from '../useHeldValue';
import { useTick } from '../useTick';

interface RadioInputProps {
  choice: Choice;
  name?: string;
  isChecked: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  onChoose(): void;
}

function RadioInput({ choice, name, isChecked, isDisabled, isInvalid, onChoose }: RadioInputProps): ReactElement {
  return (
    <label className="uik-radio" data-disabled={isDisabled}>
      <input
        type="radio"
        name={name}
        value={choice.value}
        checked={isChecked}
        disabled={isDisabled}
        aria-invalid={isInvalid}
        onChange={onChoose}
      />
      <span>{choice.label}</span>
    </label>
  );
}

function RadioGroup({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [chosen, choose] = useHeldValue(text(props, 'value'), text(props, 'defaultValue') ?? '');
  const name = text(props, 'name');
  const change = (value: string): void => {
    choose(value);
    callback(props, 'onChange')(fieldEvent('change', { name, value, checked: true, type: 'radio' }));
  };
  return (
    <div role="radiogroup" className="uik-choices" aria-labelledby={text(props, 'aria-labelledby')}>
      {(list(props, 'options') as Choice[]).map((choice) => (
        <RadioInput
          key={choice.value}
          choice={choice}
          name={name ?? node.key}
          isChecked={chosen === choice.value}
          isDisabled={choice.isDisabled ?? flag(props, 'isDisabled')}
          isInvalid={flag(props, 'isInvalid')}
          onChoose={() => change(choice.value)}
        />
      ))}
    </div>
  );
}

function Radio({ node }: NodeProps): ReactElement {
  const { props } = node;
  const [isChecked, change] = useTick(props, 'radio');
  return (
    <RadioInput
      choice={{ label: text(props, 'label') ?? '', value: text(props, 'value') ?? '' }}
      name={text(props, 'name')}
      isChecked={isChecked}
      isDisabled={flag(props, 'isDisabled')}
      isInvalid={flag(props, 'isInvalid')}
      onChoose={() => change(true)}
    />
  );
}

/** Choosing one of a few. */
export const radioComponents: NodeComponents = { Radio, RadioGroup };
