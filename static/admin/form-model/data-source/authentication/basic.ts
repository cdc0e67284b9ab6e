import type { AuthenticationForm } from './authentication-form';
import type { UserValues } from './user-values';

export const basic: AuthenticationForm<'basic', UserValues> = {
  label: 'Basic',
  toSettings: ({ username }) => ({ type: 'basic', username }),
  fromSettings: ({ username }) => ({ username }),
  fields: () => ['username'],
  secretFields: ['password'],
  secrets: ({ password }) => ({ password }),
};
