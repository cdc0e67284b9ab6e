import * as v from 'valibot';
import type { DataSourceForm, DataSourceSettings } from '../contract';
import {
  allowedSpacesCount,
  clientIdLength,
  nameLength,
  parameterLength,
  parametersCount,
  scopesLength,
  secretLength,
  urlLength,
} from '../limits';
import { idSchema, textSchema } from './validate';

/** Texts come without the blanks that copying brings. */
const trimmed = (longest: number) => v.pipe(textSchema(longest), v.trim());

const request = v.object({
  method: v.literal('GET'),
  url: trimmed(urlLength),
  parameters: v.pipe(
    v.array(v.object({ name: trimmed(nameLength), value: textSchema(parameterLength) })),
    v.maxLength(parametersCount, `Use at most ${parametersCount} parameters.`),
  ),
});

const authentication = v.variant('type', [
  v.object({ type: v.literal('none') }),
  v.object({
    type: v.literal('oauth2'),
    grantType: v.literal('authorization_code'),
    clientId: trimmed(clientIdLength),
    authUrl: trimmed(urlLength),
    tokenUrl: trimmed(urlLength),
    revokeUrl: trimmed(urlLength),
    scopes: trimmed(scopesLength),
  }),
]);

const allowedSpaces = v.variant('mode', [
  v.object({ mode: v.literal('all') }),
  v.object({ mode: v.literal('undecided') }),
  v.object({
    mode: v.literal('named'),
    spaceIds: v.pipe(v.array(textSchema(20)), v.maxLength(allowedSpacesCount)),
  }),
]);

/** The shape of a data source's settings; what the values mean is judged by `data-sources/rules`. */
export const settingsSchema: v.GenericSchema<unknown, DataSourceSettings> = v.object({
  name: trimmed(nameLength),
  request,
  authentication,
  pagination: v.object({ style: v.picklist(['none', 'odata-next-link']) }),
  allowedSpaces,
});

/** A data source's form as the browser sends it, for *Save*, *Authenticate* and *Test* alike. */
export const dataSourceFormSchema: v.GenericSchema<unknown, DataSourceForm> = v.object({
  id: v.optional(idSchema),
  rev: v.optional(v.pipe(v.number(), v.integer())),
  draftId: v.optional(idSchema),
  settings: settingsSchema,
  secrets: v.object({ clientSecret: v.optional(textSchema(secretLength)) }),
});
