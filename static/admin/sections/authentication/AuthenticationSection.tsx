import type { ReactNode } from 'react';
import type { AdminContext, Authentication } from '../../../../src/shared/contract';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Section } from '../../fields/Section';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import type { HostApproval } from '../hosts/useHostApproval';
import { authenticationForms } from './authentication-forms';
import { authenticationNames } from './authentication-names';

const choices = Object.entries(authenticationNames).map(
  ([value, label]) => ({ value, label }) as Choice<Authentication['type']>,
);

interface AuthenticationSectionProps {
  state: DataSourceFormState;
  context: AdminContext;
  hosts: HostApproval;
  onCallbackCopied: () => void;
  /** The button and the badge, for the types that win tokens. */
  children: ReactNode;
}

/** How the app proves itself to the API: the type, and the fields of that type. */
export function AuthenticationSection(props: AuthenticationSectionProps) {
  const { children, ...fields } = props;
  const { values, errors, change } = props.state;
  const { Fields, winsTokens } = authenticationForms[values.authenticationType];
  return (
    <Section title="Authentication">
      <SelectInput
        label="Authentication type"
        value={values.authenticationType}
        choices={choices}
        onChange={(authenticationType) => change({ authenticationType }, 'authentication')}
        error={errors['authentication.type'] ?? errors.authentication}
      />
      <Fields {...fields} />
      {winsTokens ? children : null}
    </Section>
  );
}
