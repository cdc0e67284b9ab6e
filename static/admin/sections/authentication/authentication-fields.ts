import type { ComponentType } from 'react';
import type { AuthenticationName } from '../../form-model/data-source/authentication-values';
import { ApiKeyFields } from './ApiKeyFields';
import { BasicFields } from './BasicFields';
import { BearerFields } from './BearerFields';
import { CustomHeaderFields } from './CustomHeaderFields';
import { NoFields } from './NoFields';
import { OAuth2Fields } from './OAuth2Fields';
import { UserFields } from './UserFields';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

/** The fields of each authentication type. */
export const authenticationFields: Record<AuthenticationName, ComponentType<AuthenticationFieldsProps>> = {
  none: NoFields,
  basic: BasicFields,
  digest: UserFields,
  bearer: BearerFields,
  'api-key': ApiKeyFields,
  'custom-header': CustomHeaderFields,
  oauth2: OAuth2Fields,
};
