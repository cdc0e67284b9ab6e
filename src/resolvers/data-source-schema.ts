import * as v from 'valibot';
import { isCharset } from '../formats/charset';
import type {
  AllowedSpaces,
  CsvSettings,
  DataSourceForm,
  DataSourceSettings,
  ReadLimits,
  ResponseFormat,
  ResponseSettings,
} from '../shared/contract';
import { defaultLimits, defaultResponse } from '../data-sources/default-settings';
import {
  allowedSpacesCount,
  nameLength,
  pageValuesCount,
  parameterLength,
  secretLength,
  secretsCount,
  selectorLength,
  variablesCount,
} from '../shared/limits';
import { isSecretName } from '../data-sources/needed-secrets';
import { numberBounds } from '../shared/number-bounds';
import { authenticationSchema } from '../authentication/registry';
import { freshnessSchema } from './freshness-schema';
import { paginationSchema } from './pagination-schema';
import { requestSchema } from './request-schema';
import { schemaOf } from '../schema/schema-of';
import { boundedList, boundedRecord, choice, idSchema, textSchema, trimmedText, wholeNumber } from '../schema/fields';

const allowedSpaces = schemaOf<AllowedSpaces>()(
  v.variant('mode', [
    v.object({ mode: v.literal('all') }),
    v.object({ mode: v.literal('undecided') }),
    v.object({
      mode: v.literal('named'),
      spaceIds: boundedList(textSchema(20), allowedSpacesCount, 'spaces'),
    }),
  ]),
);

const variable = v.object({
  name: trimmedText(nameLength),
  defaultValue: v.optional(textSchema(parameterLength), ''),
});

const oneCharacter = v.pipe(v.string(), v.regex(/^[^\r\n]$/u, 'Enter one character.'));

const csv = schemaOf<CsvSettings>()(
  v.object({
    separator: v.optional(v.pipe(oneCharacter, v.notValue('"', 'Cells cannot be separated by the quote around them.'))),
    quote: v.optional(v.union([v.literal(''), oneCharacter], 'Enter one character.')),
    headerLine: v.optional(wholeNumber(numberBounds.headerLine)),
    comment: v.optional(textSchema(10)),
  }),
);

const charset = v.pipe(
  trimmedText(40),
  v.check(isCharset, 'Enter the name of a character set, such as windows-1252 or shift_jis.'),
);

const response = schemaOf<ResponseSettings>()(
  v.object({
    format: v.optional(
      choice<ResponseFormat>({ auto: true, json: true, ndjson: true, csv: true, tsv: true, xml: true }),
      'auto',
    ),
    charset: v.optional(charset),
    csv: v.optional(csv),
    errorSelector: v.optional(trimmedText(selectorLength), ''),
    notReady: v.optional(
      v.object({
        selector: trimmedText(selectorLength),
        values: boundedList(trimmedText(nameLength), pageValuesCount, 'words'),
        urlSelector: v.optional(trimmedText(selectorLength), ''),
      }),
    ),
  }),
);

const limits = schemaOf<ReadLimits>()(
  v.object({
    pages: v.optional(wholeNumber(numberBounds.pages), defaultLimits.pages),
    rows: v.optional(wholeNumber(numberBounds.rows), defaultLimits.rows),
    megabytes: v.optional(wholeNumber(numberBounds.megabytes), defaultLimits.megabytes),
    seconds: v.optional(wholeNumber(numberBounds.seconds), defaultLimits.seconds),
    requestsPerMinute: v.optional(wholeNumber(numberBounds.requestsPerMinute)),
  }),
);

/** The shape of a data source's settings; what the values mean is judged by `data-sources/rules`. */
export const settingsSchema = schemaOf<DataSourceSettings>()(
  v.object({
    name: trimmedText(nameLength),
    request: requestSchema,
    authentication: authenticationSchema,
    pagination: paginationSchema,
    variables: v.optional(boundedList(variable, variablesCount, 'variables'), []),
    response: v.optional(response, defaultResponse),
    limits: v.optional(limits, defaultLimits),
    freshness: v.optional(freshnessSchema),
    allowedSpaces,
  }),
);

/** Secrets by name, as the contract names them. */
const secrets = boundedRecord(
  v.pipe(v.string(), v.check(isSecretName, 'This is not the name of a secret.')),
  textSchema(secretLength),
  secretsCount,
  'secrets',
);

const sampleValues = boundedRecord(textSchema(nameLength), textSchema(parameterLength), variablesCount, 'variables');

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
export const dataSourceFormSchema = schemaOf<DataSourceForm>()(v.object(dataSourceFormEntries));
