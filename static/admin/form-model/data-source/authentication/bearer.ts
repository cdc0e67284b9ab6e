import type { AuthenticationForm } from './authentication-form';

export interface BearerValues {
  token: string;
}

export const emptyBearer: BearerValues = { token: '' };

export const bearer: AuthenticationForm<'bearer', BearerValues> = {
  label: 'Bearer token',
  toSettings: () => ({ type: 'bearer' }),
  fromSettings: () => ({}),
  fields: () => [],
  secretFields: ['token'],
  secrets: ({ token }) => ({ token }),
};
