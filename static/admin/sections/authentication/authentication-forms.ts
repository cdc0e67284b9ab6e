import type { ComponentType } from 'react';
import type { Authentication } from '../../../../src/shared/contract';
import { ApiKeyFields } from './ApiKeyFields';
import { BasicFields } from './BasicFields';
import { BearerFields } from './BearerFields';
import { CustomHeaderFields } from './CustomHeaderFields';
import { NoFields } from './NoFields';
import { OAuth2Fields } from './OAuth2Fields';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

interface AuthenticationForm {
  /** Whether tokens are won with *Authenticate*. */
  winsTokens: boolean;
  Fields: ComponentType<AuthenticationFieldsProps>;
}

/** One entry for each authentication type. */
export const authenticationForms: Record<Authentication['type'], AuthenticationForm> = {
  none: { winsTokens: false, Fields: NoFields },
  basic: { winsTokens: false, Fields: BasicFields },
  bearer: { winsTokens: false, Fields: BearerFields },
  'api-key': { winsTokens: false, Fields: ApiKeyFields },
  'custom-header': { winsTokens: false, Fields: CustomHeaderFields },
  oauth2: { winsTokens: true, Fields: OAuth2Fields },
};
