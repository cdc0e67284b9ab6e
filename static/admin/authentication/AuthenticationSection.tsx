import type { ReactNode } from 'react';
import type { AdminContext, Authentication } from '../../../src/contract';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';
import { Section } from '../fields/Section';
import type { Choice } from '../fields/SelectInput';
import { SelectInput } from '../fields/SelectInput';
import { authenticationForms } from './authentication-forms';

const choices = Object.entries(authenticationForms).map(
  ([value, { title }]) => ({ value, label: title }) as Choice<Authentication['type']>,
);

interface AuthenticationSectionProps {
  state: DataSourceFormState;
  context: AdminContext;
  /** The button and the badge, for the types that sign in. */
  children: ReactNode;
}

/** How the app proves itself to the API: the type, and the fields of that type. */
export function AuthenticationSection({ state, context, children }: AuthenticationSectionProps) {
  const { values, errors, change } = state;
  const { Fields, signsIn } = authenticationForms[values.authenticationType];
  return (
    <Section title="Authentication">
      <SelectInput
        label="Authentication type"
        value={values.authenticationType}
        choices={choices}
        onChange={(authenticationType) => change({ authenticationType }, 'authentication')}
        error={errors['authentication.type'] ?? errors.authentication}
      />
      <Fields state={state} context={context} />
      {signsIn ? children : null}
    </Section>
  );
}
