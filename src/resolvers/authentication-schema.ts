import * as v from 'valibot';
import type { Authentication } from '../shared/contract';
import { defaultTokenHeader } from '../data-sources/default-settings';
import {
  clientIdLength,
  nameLength,
  parameterLength,
  parametersCount,
  scopesLength,
  urlLength,
} from '../shared/limits';
import { boundedList, textSchema, trimmedText } from './validate';

const name = trimmedText(nameLength);
const url = trimmedText(urlLength);
/** A blank at the end of a prefix counts. */
const prefix = v.optional(textSchema(nameLength), '');

const oauth2 = v.object({
  type: v.literal('oauth2'),
  grantType: v.picklist(['authorization_code', 'client_credentials']),
  clientId: trimmedText(clientIdLength),
  clientAuthentication: v.optional(
    v.picklist(['client_secret_post', 'client_secret_basic', 'none']),
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
  assumedLifetime: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31_536_000))),
  secretExpiresOn: v.optional(trimmedText(10)),
});

/** The shape of each authentication type, with the defaults of what older forms do not say. */
export const authenticationSchema: v.GenericSchema<unknown, Authentication> = v.variant('type', [
  v.object({ type: v.literal('none') }),
  v.object({ type: v.literal('basic'), username: textSchema(parameterLength) }),
  v.object({ type: v.literal('bearer') }),
  v.object({ type: v.literal('api-key'), placement: v.picklist(['header', 'query']), name, prefix }),
  v.object({ type: v.literal('custom-header'), name }),
  oauth2,
]);
