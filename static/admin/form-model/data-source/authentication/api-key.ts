import type { ApiKeyAuthentication } from '../../../../../src/shared/contract';
import type { AuthenticationForm } from './authentication-form';

export interface ApiKeyValues {
  keyPlacement: ApiKeyAuthentication['placement'];
  keyName: string;
  keyPrefix: string;
  apiKey: string;
}

export const emptyApiKey: ApiKeyValues = { keyPlacement: 'header', keyName: '', keyPrefix: '', apiKey: '' };

export const apiKey: AuthenticationForm<'api-key', ApiKeyValues> = {
  label: 'API key',
  toSettings: ({ keyPlacement, keyName, keyPrefix }) => ({
    type: 'api-key',
    placement: keyPlacement,
    name: keyName.trim(),
    prefix: keyPrefix,
  }),
  fromSettings: ({ placement, name, prefix }) => ({ keyPlacement: placement, keyName: name, keyPrefix: prefix }),
  fields: () => ['placement', 'name', 'prefix'],
  secretFields: ['apiKey'],
  secrets: (values) => ({ apiKey: values.apiKey }),
};
