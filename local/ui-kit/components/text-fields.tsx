import TextAreaField from '@atlaskit/textarea';
import TextInput from '@atlaskit/textfield';
import type { ReactElement } from 'react';
import { fieldEvent } from '../events';
import type { Props } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Slot } from '../NodeView';
import { ariaProps, callback, flag, number, oneOf, text } from '../props';
import { useHeldValue } from '../useHeldValue';

const APPEARANCES = ['standard', 'subtle', 'none'] as const;
const RESIZES = ['smart', 'auto', 'horizontal', 'vertical', 'none'] as const;

/** What a text field and a text area have in common: the value, which is held here, and the events. */
function useTextField(props: Props, type: string) {
  const [value, setValue] = useHeldValue(text(props, 'value'), text(props, 'defaultValue') ?? '');
  const name = text(props, 'name');
  const id = text(props, 'id');
  const report = (kind: 'change' | 'blur' | 'focus', now: string): void =>
    callback(
      props,
      kind === 'change' ? 'onChange' : kind === 'blur' ? 'onBlur' : 'onFocus',
    )(fieldEvent(kind, { name, id, value: now, type }));
  return {
    ...ariaProps(props),
    id,
    name,
    value,
    placeholder: text(props, 'placeholder'),
    appearance: oneOf(props, 'appearance', APPEARANCES),
    autoFocus: flag(props, 'autoFocus'),
    isCompact: flag(props, 'isCompact'),
    isDisabled: flag(props, 'isDisabled'),
    isInvalid: flag(props, 'isInvalid'),
    isMonospaced: flag(props, 'isMonospaced'),
    isReadOnly: flag(props, 'isReadOnly'),
    isRequired: flag(props, 'isRequired'),
    maxLength: number(props, 'maxLength'),
    minLength: number(props, 'minLength'),
    testId: text(props, 'testId'),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setValue(currentTarget.value);
      report('change', currentTarget.value);
    },
    onBlur: () => report('blur', value),
    onFocus: () => report('focus', value),
  };
}

function Textfield({ node }: NodeProps): ReactElement {
  const { props } = node;
  const type = text(props, 'type') ?? 'text';
  const field = useTextField(props, type);
  return (
    <TextInput
      {...field}
      type={type}
      min={number(props, 'min')}
      max={number(props, 'max')}
      pattern={text(props, 'pattern')}
      width={text(props, 'width')}
      elemBeforeInput={props.elemBeforeInput === undefined ? undefined : <Slot value={props.elemBeforeInput} />}
      elemAfterInput={props.elemAfterInput === undefined ? undefined : <Slot value={props.elemAfterInput} />}
    />
  );
}

function TextArea({ node }: NodeProps): ReactElement {
  const { props } = node;
  const field = useTextField(props, 'textarea');
  return (
    <TextAreaField
      {...field}
      resize={oneOf(props, 'resize', RESIZES)}
      maxHeight={text(props, 'maxHeight')}
      minimumRows={number(props, 'minimumRows') ?? 3}
    />
  );
}

/** Fields that take text. */
export const textFieldComponents: NodeComponents = { Textfield, TextArea };
