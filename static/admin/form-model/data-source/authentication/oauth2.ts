import type {
  AnnouncedIssuer,
  ClientAuthentication,
  GrantType,
  OAuth2Authentication,
} from '../../../../../src/shared/contract';
import { emptyReaders, fromReaders, type ReadersValues, readersFields, toReaders } from './readers-values';
import {
  markedPairsOf,
  type NamedRow,
  pairsOf,
  rowsOfPairs,
  tokenParameterSecret,
  secretsOfRows,
} from '../../named-rows';
import { parseWholeNumber } from '../../whole-number';
import { type AssertionValues, emptyAssertion, fromAssertion, signsAssertions, toAssertion } from './assertion-values';
import type { AuthenticationForm } from './authentication-form';
import {
  emptyTokenEndpoint,
  type TokenEndpointValues,
  tokenEndpointFields,
  toTokenEndpoint,
} from './token-endpoint-values';

export interface OAuth2Values extends TokenEndpointValues, AssertionValues, ReadersValues {
  grantType: GrantType;
  clientId: string;
  clientSecret: string;
  clientAuthentication: ClientAuthentication;
  authUrl: string;
  /** As the issuer published it for its Auth URL; nobody types it. */
  announcedIssuer: AnnouncedIssuer | undefined;
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
  announcedIssuer: undefined,
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
  ...emptyReaders,
  ...emptyTokenEndpoint,
  ...emptyAssertion,
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
  ...readersFields,
  ...tokenEndpointFields,
  'assertion',
];
/** Those of a sign-in, which client credentials do without. */
const signInFields = ['authUrl', 'authorizeParameters', ...readersFields];

export const oauth2: AuthenticationForm<'oauth2', OAuth2Values> = {
  label: 'OAuth2',
  obtainsTokens: true,
  toSettings,
  fromSettings: fromOAuth2,
  fields: (values) => (signsIn(values) ? fields : fields.filter((name) => !signInFields.includes(name))),
  secretFields: ['clientSecret', 'privateKey', 'tokenParameter.'],
  secrets: (values) => ({
    ...(hasClientSecret(values) && { clientSecret: values.clientSecret }),
    ...(signsAssertions(values) && { privateKey: values.privateKey }),
    ...secretsOfRows(values.tokenParameters, tokenParameterSecret),
  }),
};

/** Whether the client shows a secret of its own. */
export const hasClientSecret = ({ clientAuthentication: way }: Pick<OAuth2Values, 'clientAuthentication'>): boolean =>
  way === 'client_secret_post' || way === 'client_secret_basic';

const signsIn = ({ grantType }: OAuth2Values): boolean => grantType === 'authorization_code';

function toSettings(values: OAuth2Values): OAuth2Authentication {
  const { assumedLifetime, secretExpiresOn, scopeSeparator, announcedIssuer } = values;
  const authUrl = signsIn(values) ? values.authUrl.trim() : '';
  return {
    type: 'oauth2',
    grantType: values.grantType,
    clientId: values.clientId.trim(),
    clientAuthentication: values.clientAuthentication,
    authUrl,
    ...(announcedIssuer?.authUrl === authUrl && { announcedIssuer }),
    tokenUrl: values.tokenUrl.trim(),
    revokeUrl: values.revokeUrl.trim(),
    scopes: values.scopes.trim().split(/\s+/).join(' '),
    ...(scopeSeparator === ',' ? { scopeSeparator } : {}),
    authorizeParameters: signsIn(values) ? pairsOf(values.authorizeParameters) : [],
    tokenParameters: markedPairsOf(values.tokenParameters),
    tokenHeader: { name: values.tokenHeaderName.trim(), prefix: values.tokenPrefix },
    ...(assumedLifetime.trim() === '' ? {} : { assumedLifetime: parseWholeNumber(assumedLifetime) }),
    ...(secretExpiresOn === '' ? {} : { secretExpiresOn }),
    ...(signsIn(values) ? toReaders(values) : {}),
    ...toTokenEndpoint(values, values),
    ...toAssertion(values),
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
    assertion,
    whoSignsIn,
    accountField,
    ownRowsSeconds,
    ...same
  } = patch;
  return {
    ...same,
    ...(scopeSeparator ? { scopeSeparator } : {}),
    ...(assertion ? fromAssertion(assertion) : {}),
    ...fromReaders({ whoSignsIn, accountField, ownRowsSeconds }),
    ...(authorizeParameters ? { authorizeParameters: rowsOfPairs(authorizeParameters) } : {}),
    ...(tokenParameters ? { tokenParameters: rowsOfPairs(tokenParameters) } : {}),
    ...(tokenHeader ? { tokenHeaderName: tokenHeader.name, tokenPrefix: tokenHeader.prefix } : {}),
    ...(assumedLifetime === undefined ? {} : { assumedLifetime: String(assumedLifetime) }),
  };
}
