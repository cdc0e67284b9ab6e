import * as v from 'valibot';
import { boundedList, choice, textSchema, trimmedText, wholeNumber } from '../schema/fields';
import type { ClientAuthentication, GrantType, OAuth2Authentication, WhoSignsIn } from '../shared/contract';
import {
  clientIdLength,
  nameLength,
  parameterLength,
  parametersCount,
  scopesLength,
  selectorLength,
  urlLength,
} from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import { assertionSchema } from './assertion-members';
import { nameSchema as name, prefixSchema as prefix } from './header-rules';

export const defaultTokenHeader: OAuth2Authentication['tokenHeader'] = { name: 'Authorization', prefix: 'Bearer ' };

/** Of members that came later than the first records. */
export const oauth2Defaults = {
  clientAuthentication: 'client_secret_post',
  authorizeParameters: [],
  tokenParameters: [],
  tokenHeader: defaultTokenHeader,
} as const satisfies Partial<OAuth2Authentication>;

const url = trimmedText(urlLength);
const authorizeParameter = v.object({ name, value: textSchema(parameterLength) });
const tokenParameter = v.object({
  name,
  value: v.optional(textSchema(parameterLength), ''),
  secret: v.optional(v.boolean(), false),
});

export const oauth2Members = {
  grantType: choice<GrantType>({ authorization_code: true, client_credentials: true, jwt_bearer: true, other: true }),
  otherGrantType: v.optional(trimmedText(parameterLength)),
  clientId: trimmedText(clientIdLength),
  clientAuthentication: v.optional(
    choice<ClientAuthentication>({
      client_secret_post: true,
      client_secret_basic: true,
      private_key_jwt: true,
      none: true,
    }),
    oauth2Defaults.clientAuthentication,
  ),
  authUrl: v.optional(url, ''),
  tokenUrl: url,
  announcedIssuer: v.optional(v.object({ name: url, authUrl: url })),
  revokeUrl: v.optional(url, ''),
  scopes: trimmedText(scopesLength),
  scopeSeparator: v.optional(v.literal(',')),
  authorizeParameters: v.optional(boundedList(authorizeParameter, parametersCount, 'parameters'), []),
  tokenParameters: v.optional(boundedList(tokenParameter, parametersCount, 'parameters'), []),
  tokenRequestFormat: v.optional(v.literal('json')),
  noPkce: v.optional(v.boolean()),
  tokenPath: v.optional(trimmedText(nameLength)),
  expirySign: v.optional(trimmedText(nameLength)),
  assertion: v.optional(assertionSchema),
  tokenHeader: v.optional(v.object({ name, prefix }), defaultTokenHeader),
  assumedLifetime: v.optional(wholeNumber(numberBounds.assumedLifetime)),
  whoSignsIn: v.optional(
    choice<WhoSignsIn>({ 'one-account': true, 'each-reader': true, 'each-reader-else-shared': true }),
  ),
  accountField: v.optional(v.object({ url, selector: textSchema(selectorLength) })),
  ownRowsSeconds: v.optional(wholeNumber(numberBounds.ownRowsSeconds)),
  /** How a day is written is judged by the rules. */
  secretExpiresOn: v.optional(trimmedText(nameLength)),
};
