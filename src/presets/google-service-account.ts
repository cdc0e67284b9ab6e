import type { OAuth2Preset } from '../shared/contract';
import { google } from './google';

/** Google as a service account: the key file signs, nobody signs in. */
export const googleServiceAccount: OAuth2Preset = {
  ...google,
  key: 'google-service-account',
  title: 'Google (service account)',
  authentication: {
    ...google.authentication,
    authUrl: '',
    revokeUrl: '',
    authorizeParameters: [],
    grantType: 'jwt_bearer',
    assertion: { algorithm: 'RS256', keyId: '', audience: '', subject: '', claims: [] },
    clientAuthentication: 'none',
  },
  documentationUrl: 'https://developers.google.com/identity/protocols/oauth2/service-account',
  hints: [
    'Create a service account and a JSON key for it, and paste the whole file as the Private key. It fills in the Client ID.',
    'Enable the API that you want to read for the same project, and share the data with the address of the service account.',
    'To read as a user of your organization, enter that user as Subject and allow the scopes under domain-wide delegation.',
  ],
};
