import type { AuthenticationType } from './authentication-type';
import { headerCredentials } from './request-credentials';
import { checkUsername, password, userNameError, usernameSchema } from './user-name';

/** Name and password in every request (RFC 7617). */
export const basic: AuthenticationType<'basic'> = {
  members: { username: usernameSchema },
  check: ({ username }) => (username.includes(':') ? userNameError(colon) : checkUsername(username)),
  secrets: () => [password],
  secretNames: /^password$/,
  place: () => ({ in: 'headers', name: 'Authorization' }),
  sign: ({ username }, { password: typed = '' }) =>
    headerCredentials('authorization', `Basic ${base64(`${username}:${typed}`)}`),
};

/** RFC 7617 section 2: the name ends at the first colon. */
const colon = 'A user name cannot contain a colon.';

/** RFC 7617 section 2.1: in UTF-8, as browsers send it. */
const base64 = (text: string) => Buffer.from(text).toString('base64');
