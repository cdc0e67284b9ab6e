import type { Authentication } from '../../../../src/shared/contract';

/** What the authentication types are called, in the order of the list. */
export const authenticationNames: Record<Authentication['type'], string> = {
  none: 'None',
  basic: 'Basic',
  bearer: 'Bearer token',
  'api-key': 'API key',
  'custom-header': 'Custom auth header',
  oauth2: 'OAuth2',
};
