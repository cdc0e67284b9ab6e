import type { ReactNode } from 'react';
import type { AdminContext, Preset } from '../../../../src/shared/contract';
import { Section } from '../../fields/Section';
import { TextInput } from '../../fields/TextInput';
import { obtainsTokens } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { PresetHints } from '../authentication/PresetHints';
import { ProviderCredentials } from './ProviderCredentials';
import { ProviderInputs } from './ProviderInputs';
import { inputPath } from '../../form-model/start/provider-paths';
import type { ProviderAnswers } from './useProviderInputs';

interface ProviderSectionProps {
  preset: Preset;
  state: DataSourceFormState;
  answers: ProviderAnswers;
  context: AdminContext;
  onCallbackCopied: () => void;
  /** The button and the badge, for the types that obtain tokens. */
  children: ReactNode;
}

/** All that a known provider needs of an admin; the rest of the form is filled in. */
export function ProviderSection({ preset, state, answers, children, ...props }: ProviderSectionProps) {
  const { values, errors, change } = state;
  const inputErrors = Object.fromEntries(preset.inputs.map(({ name }) => [name, errors[inputPath(name)]]));
  return (
    <Section title={preset.title}>
      <TextInput
        label="Name"
        value={values.name}
        onChange={(name) => change({ name }, 'name')}
        error={errors.name}
        help="Shown to admins and editors, for example Employee directory."
      />
      <ProviderInputs preset={preset} inputs={answers.inputs} errors={inputErrors} onChange={answers.change} />
      <ProviderCredentials preset={preset} state={state} {...props} />
      {obtainsTokens(values) ? children : null}
      <PresetHints preset={preset} />
    </Section>
  );
}
