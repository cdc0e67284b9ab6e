import type { ReactNode } from 'react';
import type { AdminContext } from '../../../../src/shared/contract';
import { authenticationChoices, obtainsTokens } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Section } from '../../fields/Section';
import { SelectInput } from '../../fields/SelectInput';
import type { HostApproval } from '../hosts/useHostApproval';
import { authenticationFields } from './authentication-fields';

interface AuthenticationSectionProps {
  state: DataSourceFormState;
  context: AdminContext;
  hosts: HostApproval;
  onCallbackCopied: () => void;
  /** The button and the badge, for the types that obtain tokens. */
  children: ReactNode;
}

/** How the app proves itself to the API: the type, and the fields of that type. */
export function AuthenticationSection(props: AuthenticationSectionProps) {
  const { children, ...fields } = props;
  const { values, errors, change } = props.state;
  const Fields = authenticationFields[values.authenticationType];
  return (
    <Section title="Authentication">
      <SelectInput
        label="Authentication type"
        value={values.authenticationType}
        choices={authenticationChoices}
        onChange={(authenticationType) => change({ authenticationType }, 'authentication')}
        error={errors['authentication.type'] ?? errors.authentication}
      />
      <Fields {...fields} />
      {obtainsTokens(values) ? children : null}
    </Section>
  );
}
