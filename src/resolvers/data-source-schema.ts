import * as v from 'valibot';
import type { DataSourceForm, DataSourceSettings } from '../shared/contract';
import { defaultLimits, defaultResponse } from '../data-sources/default-settings';
import {
  allowedSpacesCount,
  nameLength,
  parameterLength,
  readLimitBounds,
  secretLength,
  secretsCount,
  selectorLength,
  variablesCount,
} from '../shared/limits';
import { authenticationSchema } from './authentication-schema';
import { freshnessSchema } from './freshness-schema';
import { paginationSchema } from './pagination-schema';
import { requestSchema } from './request-schema';
import { boundedList, idSchema, textSchema, trimmedText } from './validate';

const allowedSpaces = v.variant('mode', [
  v.object({ mode: v.literal('all') }),
  v.object({ mode: v.literal('undecided') }),
  v.object({
    mode: v.literal('named'),
    spaceIds: v.pipe(v.array(textSchema(20)), v.maxLength(allowedSpacesCount)),
  }),
]);

const variable = v.object({
  name: trimmedText(nameLength),
  defaultValue: v.optional(textSchema(parameterLength), ''),
});

const response = v.object({
  format: v.optional(v.picklist(['auto', 'json', 'ndjson', 'csv', 'tsv', 'xml']), 'auto'),
  errorSelector: v.optional(trimmedText(selectorLength), ''),
});

const atMost = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const limits = v.object({
  pages: v.optional(atMost(readLimitBounds.pages), defaultLimits.pages),
  rows: v.optional(atMost(readLimitBounds.rows), defaultLimits.rows),
  megabytes: v.optional(atMost(readLimitBounds.megabytes), defaultLimits.megabytes),
  seconds: v.optional(atMost(readLimitBounds.seconds), defaultLimits.seconds),
  requestsPerMinute: v.optional(atMost(10_000)),
});

/** The shape of a data source's settings; what the values mean is judged by `data-sources/rules`. */
export const settingsSchema: v.GenericSchema<unknown, DataSourceSettings> = v.object({
  name: trimmedText(nameLength),
  request: requestSchema,
  authentication: authenticationSchema,
  pagination: paginationSchema,
  variables: v.optional(boundedList(variable, variablesCount, 'variables'), []),
  response: v.optional(response, defaultResponse),
  limits: v.optional(limits, defaultLimits),
  freshness: v.optional(freshnessSchema),
  allowedSpaces,
});

/** Header names are tokens (RFC 9110 section 5.1), parameter names those of RFC 6749 appendix A. */
const secretName =
  /^(?:clientSecret|password|token|apiKey|headerValue|header\.[!#$%&'*+\-.^_`|~0-9a-z]{1,100}|tokenParameter\.[\w.-]{1,100})$/;

/** Secrets by name, as the contract names them. */
const secrets = v.pipe(
  v.record(v.pipe(v.string(), v.regex(secretName, 'This is not the name of a secret.')), textSchema(secretLength)),
  v.check((typed) => Object.keys(typed).length <= secretsCount, `Use at most ${secretsCount} secrets.`),
);

const sampleValues = v.pipe(
  v.record(textSchema(nameLength), textSchema(parameterLength)),
  v.check((typed) => Object.keys(typed).length <= variablesCount, `Use at most ${variablesCount} variables.`),
);

/** The members of a data source's form, for calls that take more than the form. */
export const dataSourceFormEntries = {
  id: v.optional(idSchema),
  rev: v.optional(v.pipe(v.number(), v.integer())),
  draftId: v.optional(idSchema),
  settings: settingsSchema,
  secrets,
  sampleValues: v.optional(sampleValues),
};

/** A data source's form as the browser sends it, for *Save* and *Authenticate* alike. */
export const dataSourceFormSchema: v.GenericSchema<unknown, DataSourceForm> = v.object(dataSourceFormEntries);
