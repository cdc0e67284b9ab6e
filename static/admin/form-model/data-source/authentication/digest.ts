import type { AuthenticationForm } from './authentication-form';
import type { UserValues } from './user-values';

export const digest: AuthenticationForm<'digest', UserValues> = {
  label: 'Digest',
  toSettings: ({ username }) => ({ type: 'digest', username }),
  fromSettings: ({ username }) => ({ username }),
  fields: () => ['username'],
  secretFields: ['password'],
  secrets: ({ password }) => ({ password }),
};
