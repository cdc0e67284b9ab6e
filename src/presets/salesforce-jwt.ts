import type { OAuth2Preset } from '../shared/contract';
import { salesforce } from './salesforce';

/** Salesforce with a certificate: the app acts as a user whom an admin has approved for it. */
export const salesforceJwt: OAuth2Preset = {
  ...salesforce,
  key: 'salesforce-jwt',
  title: 'Salesforce (JWT bearer)',
  authentication: {
    ...salesforce.authentication,
    authUrl: '',
    scopes: '',
    grantType: 'jwt_bearer',
    assertion: { algorithm: 'RS256', keyId: '', audience: 'https://login.salesforce.com', subject: '', claims: [] },
    clientAuthentication: 'none',
    offlineScope: undefined,
  },
  documentationUrl: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm',
  hints: [
    'Create an app in Salesforce with digital signatures, and upload the certificate that belongs to the Private key.',
    'Client ID is the consumer key; Subject is the name of the user as whom the app reads.',
    'Approve that user for the app: admin-approved users, by profile or permission set. For a sandbox, the audience is https://test.salesforce.com.',
  ],
};
