import type { AuthenticationForm } from './authentication-form';

export const none: AuthenticationForm<'none', object> = {
  label: 'None',
  toSettings: () => ({ type: 'none' }),
  fromSettings: () => ({}),
  fields: () => [],
  secretFields: [],
  secrets: () => ({}),
};
