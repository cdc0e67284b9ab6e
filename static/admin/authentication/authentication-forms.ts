import type { ComponentType } from 'react';
import type { AdminContext, Authentication } from '../../../src/contract';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';
import { NoFields } from './NoFields';
import { OAuth2Fields } from './OAuth2Fields';

export interface AuthenticationFieldsProps {
  state: DataSourceFormState;
  context: AdminContext;
}

interface AuthenticationForm {
  title: string;
  /** Whether an admin signs in at the provider, with *Authenticate*. */
  signsIn: boolean;
  Fields: ComponentType<AuthenticationFieldsProps>;
}

/** One entry for each authentication type. */
export const authenticationForms: Record<Authentication['type'], AuthenticationForm> = {
  none: { title: 'None', signsIn: false, Fields: NoFields },
  oauth2: { title: 'OAuth2', signsIn: true, Fields: OAuth2Fields },
};
