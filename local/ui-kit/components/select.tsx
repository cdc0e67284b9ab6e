import SelectField from '@atlaskit/select';
import type { ReactElement } from 'react';
import { fieldEvent } from '../events';
import type { Props } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { ariaProps, callback, flag, list, oneOf, text } from '../props';
import { useHeldValue } from '../useHeldValue';

/** An option as the app wrote it; it goes back to `onChange` as it came. */
interface Option {
  label: string;
  value: unknown;
  isDisabled?: boolean;
}

interface OptionGroup {
  label?: string;
  options: Option[];
}

type Chosen = Option | readonly Option[] | null;

const APPEARANCES = ['default', 'subtle', 'none'] as const;
const SPACINGS = ['default', 'compact'] as const;

/** Above the modal that a settings dialog stands in. */
const MENU_LAYER = 9999;

/** The option or options that a value of the app means: an option itself, or the bare value of one. */
function chosenIn(given: unknown, options: (Option | OptionGroup)[]): Chosen {
  if (Array.isArray(given)) return given.map((one) => chosenIn(one, options)).filter((one) => one !== null) as Option[];
  if (given === null || given === undefined || given === '') return null;
  if (typeof given === 'object') return given as Option;
  const flat = options.flatMap((entry) => ('options' in entry ? entry.options : [entry]));
  return flat.find((option) => option.value === given) ?? null;
}

function useChosen(props: Props, options: (Option | OptionGroup)[]): [Chosen, (chosen: Chosen) => void] {
  const given = 'value' in props && props.value !== undefined ? chosenIn(props.value, options) : undefined;
  return useHeldValue<Chosen>(given, chosenIn(props.defaultValue, options));
}

/** Where menus hang, so that no dialog cuts them off; nowhere when drawn without a document. */
function menuHolder(): HTMLElement | undefined {
  return 'document' in globalThis ? document.body : undefined;
}

function Select({ node }: NodeProps): ReactElement {
  const { props } = node;
  const options = list(props, 'options') as (Option | OptionGroup)[];
  const [chosen, choose] = useChosen(props, options);
  const name = text(props, 'name');
  const change = (next: Chosen): void => {
    choose(next);
    callback(props, 'onChange')(next);
  };
  return (
    <SelectField<Option, boolean>
      {...ariaProps(props)}
      inputId={text(props, 'inputId') ?? text(props, 'id')}
      name={name}
      options={options}
      value={chosen}
      onChange={change}
      onInputChange={(input: string) => callback(props, 'onInputChange')(input)}
      onBlur={() => callback(props, 'onBlur')(fieldEvent('blur', { name }))}
      onFocus={() => callback(props, 'onFocus')(fieldEvent('focus', { name }))}
      placeholder={text(props, 'placeholder')}
      appearance={oneOf(props, 'appearance', APPEARANCES)}
      spacing={oneOf(props, 'spacing', SPACINGS)}
      autoFocus={flag(props, 'autoFocus')}
      isClearable={flag(props, 'isClearable')}
      isDisabled={flag(props, 'isDisabled')}
      isInvalid={flag(props, 'isInvalid')}
      isLoading={flag(props, 'isLoading')}
      isMulti={flag(props, 'isMulti') ?? false}
      isRequired={flag(props, 'isRequired')}
      isSearchable={flag(props, 'isSearchable') ?? true}
      closeMenuOnSelect={flag(props, 'closeMenuOnSelect')}
      openMenuOnFocus={flag(props, 'openMenuOnFocus')}
      testId={text(props, 'testId')}
      menuPosition="fixed"
      menuPortalTarget={menuHolder()}
      styles={{ menuPortal: (base: object) => ({ ...base, zIndex: MENU_LAYER }) }}
    />
  );
}

/** Choosing from a list. */
export const selectComponents: NodeComponents = { Select };
