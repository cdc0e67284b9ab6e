import type { BasicAuthentication } from '../../../../../src/shared/contract';
import type { AuthenticationForm } from './authentication-form';
import type { UserValues } from './user-values';

/** Which halves of Basic are sent; a user name that is a key is kept secret. */
export type BasicHalves = 'both' | 'username' | 'password';

export interface BasicValues {
  basicHalves: BasicHalves;
  isUsernameSecret: boolean;
  /** The user name where it is a secret, so that it never stands in an open field. */
  secretUsername: string;
}

export const emptyBasic: BasicValues = { basicHalves: 'both', isUsernameSecret: false, secretUsername: '' };

const blankOf: Record<BasicHalves, BasicAuthentication['blank']> = {
  both: undefined,
  username: 'password',
  password: 'username',
};

export const basic: AuthenticationForm<'basic', UserValues & BasicValues> = {
  label: 'Basic',
  toSettings: (values) => {
    const blank = blankOf[values.basicHalves];
    const isSecret = hasSecretName(values);
    return {
      type: 'basic',
      username: isSecret || !hasName(values) ? '' : values.username,
      ...(blank && { blank }),
      ...(isSecret && { secretUsername: true as const }),
    };
  },
  fromSettings: ({ username, blank, secretUsername = false }) => ({
    username,
    basicHalves: blank === undefined ? 'both' : blank === 'password' ? 'username' : 'password',
    isUsernameSecret: secretUsername,
  }),
  fields: () => ['username', 'blank', 'secretUsername'],
  secretFields: ['username', 'password'],
  secrets: (values) => ({
    ...(hasSecretName(values) && { username: values.secretUsername }),
    ...(values.basicHalves !== 'username' && { password: values.password }),
  }),
};

/** The values for a name and password from elsewhere; of one alone, the name is a key. */
export function basicValuesOf(username: string, password: string): Partial<UserValues & BasicValues> {
  if (username === '') return { basicHalves: 'password', isUsernameSecret: false, username, password };
  if (password !== '') return { basicHalves: 'both', isUsernameSecret: false, username, password };
  return { basicHalves: 'username', isUsernameSecret: true, secretUsername: username, username: '', password };
}

const hasName = ({ basicHalves }: BasicValues): boolean => basicHalves !== 'password';
const hasSecretName = (values: BasicValues): boolean => hasName(values) && values.isUsernameSecret;
