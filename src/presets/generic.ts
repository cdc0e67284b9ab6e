import type { OAuth2Preset } from '../shared/contract';

/** Any other provider: nothing is known of it, so everything is typed. */
export const generic: OAuth2Preset = {
  key: 'generic',
  title: 'Another provider',
  group: 'identity',
  inputs: [],
  authentication: {
    type: 'oauth2',
    authUrl: '',
    tokenUrl: '',
    revokeUrl: '',
    scopes: '',
  },
  request: { method: 'GET', url: '', parameters: [], headers: [], body: { kind: 'none' } },
  pagination: { style: 'none' },
  documentationUrl: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1',
  hints: [
    'If the provider has an issuer, its endpoints are listed at /.well-known/openid-configuration below it.',
    'Many providers issue a refresh token only on request: through the scope offline_access or an extra parameter.',
  ],
};
