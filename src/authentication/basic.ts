import * as v from 'valibot';
import { choice } from '../schema/fields';
import type { BasicAuthentication } from '../shared/contract';
import type { FieldError } from '../shared/problem';
import type { AuthenticationType } from './authentication-type';
import { headerCredentials } from './request-credentials';
import type { NeededSecret } from './secret';
import { checkUsername, password, userNameError, usernameSchema } from './user-name';

/** Name and password in every request (RFC 7617), of which either may be empty where a key stands in the other. */
export const basic: AuthenticationType<'basic'> = {
  members: {
    username: usernameSchema,
    blank: v.optional(choice<NonNullable<BasicAuthentication['blank']>>({ username: true, password: true })),
    secretUsername: v.optional(v.literal(true)),
  },
  check: checkBasic,
  secrets: ({ blank, secretUsername }) => [
    ...(secretUsername && blank !== 'username' ? [secretName] : []),
    ...(blank === 'password' ? [] : [password]),
  ],
  secretNames: /^(?:username|password)$/,
  place: () => ({ in: 'headers', name: 'Authorization' }),
  sign: (settings, values) => {
    const name = settings.secretUsername ? (values.username ?? '') : settings.username;
    const halves = [settings.blank === 'username' ? '' : name, values.password ?? ''];
    return headerCredentials('authorization', `Basic ${base64(halves.join(':'))}`);
  },
};

/** A key that stands in the user name is as secret as one in the password. */
const secretName: NeededSecret = { name: 'username', label: 'the user name', receiver: 'api', kind: 'text' };

function checkBasic({ username, blank, secretUsername }: BasicAuthentication): FieldError[] {
  if (blank === 'username' || secretUsername) return username === '' ? [] : userNameError(inTheOpen);
  return username.includes(':') ? userNameError(colon) : checkUsername(username);
}

const inTheOpen = 'This user name would be kept in the open. Enter it as a secret, or leave it empty.';

/** RFC 7617 section 2: the name ends at the first colon. */
const colon = 'A user name cannot contain a colon.';

/** RFC 7617 section 2.1: in UTF-8, as browsers send it. */
const base64 = (text: string) => Buffer.from(text).toString('base64');
