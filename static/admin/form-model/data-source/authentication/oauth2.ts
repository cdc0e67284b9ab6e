import type { ClientAuthentication, GrantType, OAuth2Authentication } from '../../../../../src/shared/contract';
import {
  markedPairsOf,
  type NamedRow,
  pairsOf,
  rowsOfPairs,
  tokenParameterSecret,
  secretsOfRows,
} from '../../named-rows';
import { parseWholeNumber } from '../../whole-number';
import type { AuthenticationForm } from './authentication-form';
import {
  emptyTokenEndpoint,
  type TokenEndpointValues,
  tokenEndpointFields,
  toTokenEndpoint,
} from './token-endpoint-values';

export interface OAuth2Values extends TokenEndpointValues {
  grantType: GrantType;
  clientId: string;
  clientSecret: string;
  clientAuthentication: ClientAuthentication;
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: string;
  scopeSeparator: ' ' | ',';
  authorizeParameters: NamedRow[];
  tokenParameters: NamedRow[];
  tokenHeaderName: string;
  tokenPrefix: string;
  assumedLifetime: string;
  secretExpiresOn: string;
}

export const emptyOAuth2: OAuth2Values = {
  grantType: 'authorization_code',
  clientId: '',
  clientSecret: '',
  clientAuthentication: 'client_secret_post',
  authUrl: '',
  tokenUrl: '',
  revokeUrl: '',
  scopes: '',
  scopeSeparator: ' ',
  authorizeParameters: [],
  tokenParameters: [],
  tokenHeaderName: 'Authorization',
  tokenPrefix: 'Bearer ',
  assumedLifetime: '',
  secretExpiresOn: '',
  ...emptyTokenEndpoint,
};

const fields = [
  'grantType',
  'clientId',
  'clientAuthentication',
  'authUrl',
  'tokenUrl',
  'revokeUrl',
  'scopes',
  'scopeSeparator',
  'authorizeParameters',
  'tokenParameters',
  'tokenHeader',
  'assumedLifetime',
  'secretExpiresOn',
  ...tokenEndpointFields,
];
/** Those of a sign-in, which client credentials do without. */
const signInFields = ['authUrl', 'authorizeParameters'];

export const oauth2: AuthenticationForm<'oauth2', OAuth2Values> = {
  label: 'OAuth2',
  obtainsTokens: true,
  toSettings,
  fromSettings: fromOAuth2,
  fields: (values) => (signsIn(values) ? fields : fields.filter((name) => !signInFields.includes(name))),
  secretFields: ['clientSecret', 'tokenParameter.'],
  secrets: ({ clientAuthentication, clientSecret, tokenParameters }) => ({
    ...(clientAuthentication === 'none' ? {} : { clientSecret }),
    ...secretsOfRows(tokenParameters, tokenParameterSecret),
  }),
};

const signsIn = ({ grantType }: OAuth2Values): boolean => grantType === 'authorization_code';

function toSettings(values: OAuth2Values): OAuth2Authentication {
  const { assumedLifetime, secretExpiresOn, scopeSeparator } = values;
  return {
    type: 'oauth2',
    grantType: values.grantType,
    clientId: values.clientId.trim(),
    clientAuthentication: values.clientAuthentication,
    authUrl: signsIn(values) ? values.authUrl.trim() : '',
    tokenUrl: values.tokenUrl.trim(),
    revokeUrl: values.revokeUrl.trim(),
    scopes: values.scopes.trim().split(/\s+/).join(' '),
    ...(scopeSeparator === ',' ? { scopeSeparator } : {}),
    authorizeParameters: signsIn(values) ? pairsOf(values.authorizeParameters) : [],
    tokenParameters: markedPairsOf(values.tokenParameters),
    tokenHeader: { name: values.tokenHeaderName.trim(), prefix: values.tokenPrefix },
    ...(assumedLifetime.trim() === '' ? {} : { assumedLifetime: parseWholeNumber(assumedLifetime) }),
    ...(secretExpiresOn === '' ? {} : { secretExpiresOn }),
    ...toTokenEndpoint(values, values),
  };
}

/** The typed values that a whole or partial OAuth2 setting stands for. */
export function fromOAuth2(patch: Partial<OAuth2Authentication>): Partial<OAuth2Values> {
  const {
    type: _,
    authorizeParameters,
    tokenParameters,
    tokenHeader,
    assumedLifetime,
    scopeSeparator,
    ...same
  } = patch;
  return {
    ...same,
    ...(scopeSeparator ? { scopeSeparator } : {}),
    ...(authorizeParameters ? { authorizeParameters: rowsOfPairs(authorizeParameters) } : {}),
    ...(tokenParameters ? { tokenParameters: rowsOfPairs(tokenParameters) } : {}),
    ...(tokenHeader ? { tokenHeaderName: tokenHeader.name, tokenPrefix: tokenHeader.prefix } : {}),
    ...(assumedLifetime === undefined ? {} : { assumedLifetime: String(assumedLifetime) }),
  };
}
