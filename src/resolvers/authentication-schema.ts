import * as v from 'valibot';
import type { ApiKeyAuthentication, Authentication, ClientAuthentication, GrantType } from '../shared/contract';
import { defaultTokenHeader } from '../data-sources/default-settings';
import {
  clientIdLength,
  nameLength,
  parameterLength,
  parametersCount,
  scopesLength,
  urlLength,
} from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import { boundedList, choice, textSchema, trimmedText, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const name = trimmedText(nameLength);
const url = trimmedText(urlLength);
/** A space at the end of a prefix counts. */
const prefix = v.optional(textSchema(nameLength), '');

const oauth2 = v.object({
  type: v.literal('oauth2'),
  grantType: choice<GrantType>({ authorization_code: true, client_credentials: true }),
  clientId: trimmedText(clientIdLength),
  clientAuthentication: v.optional(
    choice<ClientAuthentication>({ client_secret_post: true, client_secret_basic: true, none: true }),
    'client_secret_post',
  ),
  authUrl: v.optional(url, ''),
  tokenUrl: url,
  revokeUrl: v.optional(url, ''),
  scopes: trimmedText(scopesLength),
  scopeSeparator: v.optional(v.literal(',')),
  authorizeParameters: v.optional(
    boundedList(v.object({ name, value: textSchema(parameterLength) }), parametersCount, 'parameters'),
    [],
  ),
  tokenParameters: v.optional(
    boundedList(
      v.object({ name, value: v.optional(textSchema(parameterLength), ''), secret: v.optional(v.boolean(), false) }),
      parametersCount,
      'parameters',
    ),
    [],
  ),
  tokenHeader: v.optional(v.object({ name, prefix }), defaultTokenHeader),
  assumedLifetime: v.optional(wholeNumber(numberBounds.assumedLifetime)),
  /** How a day is written is judged by the rules. */
  secretExpiresOn: v.optional(trimmedText(nameLength)),
});

/** The shape of each authentication type, with the defaults of what older forms do not say. */
export const authenticationSchema = schemaOf<Authentication>()(
  v.variant('type', [
    v.object({ type: v.literal('none') }),
    v.object({ type: v.literal('basic'), username: textSchema(parameterLength) }),
    v.object({ type: v.literal('bearer') }),
    v.object({
      type: v.literal('api-key'),
      placement: choice<ApiKeyAuthentication['placement']>({ header: true, query: true }),
      name,
      prefix,
    }),
    v.object({ type: v.literal('custom-header'), name }),
    oauth2,
  ]),
);
