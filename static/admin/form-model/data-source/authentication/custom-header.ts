import type { AuthenticationForm } from './authentication-form';

export interface CustomHeaderValues {
  headerName: string;
  headerValue: string;
}

export const emptyCustomHeader: CustomHeaderValues = { headerName: '', headerValue: '' };

export const customHeader: AuthenticationForm<'custom-header', CustomHeaderValues> = {
  label: 'Custom auth header',
  toSettings: ({ headerName }) => ({ type: 'custom-header', name: headerName.trim() }),
  fromSettings: ({ name }) => ({ headerName: name }),
  fields: () => ['name'],
  secretFields: ['headerValue'],
  secrets: ({ headerValue }) => ({ headerValue }),
};
