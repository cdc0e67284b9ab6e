import type { AuthenticationType } from './authentication-type';
import { headerCredentials } from './request-credentials';

/** A token that was made at the provider, sent as RFC 6750 section 2.1 has it. */
export const bearer: AuthenticationType<'bearer'> = {
  members: {},
  check: () => [],
  secrets: () => [{ name: 'token', label: 'the token', receiver: 'api', kind: 'header' }],
  secretNames: /^token$/,
  place: () => ({ in: 'headers', name: 'Authorization' }),
  sign: (_, { token = '' }) => headerCredentials('authorization', `Bearer ${token}`),
};
