import type { AuthenticationType } from './authentication-type';

/** An API that anybody may read. */
export const none: AuthenticationType<'none'> = {
  members: {},
  check: () => [],
  secrets: () => [],
  place: () => undefined,
};
