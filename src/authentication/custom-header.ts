import type { AuthenticationType } from './authentication-type';
import { checkHeaderName, nameSchema } from './header-rules';
import { headerCredentials } from './request-credentials';

/** One header whose whole value is secret. */
export const customHeader: AuthenticationType<'custom-header'> = {
  members: { name: nameSchema },
  check: ({ name }) => checkHeaderName('authentication.name', name),
  secrets: () => [{ name: 'headerValue', label: 'the value of the header', receiver: 'api', kind: 'header' }],
  secretNames: /^headerValue$/,
  place: ({ name }) => ({ in: 'headers', name }),
  sign: ({ name }, { headerValue = '' }) => headerCredentials(name, headerValue),
};
