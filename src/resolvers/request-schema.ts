import * as v from 'valibot';
import type { RequestBody, RequestSettings } from '../shared/contract';
import { noBody } from '../data-sources/default-settings';
import { bodyLength, nameLength, parameterLength, parametersCount, urlLength } from '../shared/limits';
import { optionSentence } from '../shared/field-sentences';
import { requestMethods } from '../shared/request-methods';
import { boundedList, textSchema, trimmedText } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const name = trimmedText(nameLength);
const value = textSchema(parameterLength);

const body = schemaOf<RequestBody>()(
  v.variant('kind', [
    v.object({ kind: v.literal('none') }),
    v.object({ kind: v.literal('json'), text: textSchema(bodyLength) }),
    v.object({
      kind: v.literal('form'),
      fields: boundedList(v.object({ name, value }), parametersCount, 'fields'),
    }),
    v.object({ kind: v.literal('text'), text: textSchema(bodyLength), contentType: name }),
    v.object({ kind: v.literal('graphql'), query: textSchema(bodyLength), variables: textSchema(bodyLength) }),
  ]),
);

const header = v.object({ name, value: v.optional(value, ''), secret: v.optional(v.boolean(), false) });

/** The shape of a request, with the defaults of what older forms do not say. */
export const requestSchema = schemaOf<RequestSettings>()(
  v.object({
    method: v.picklist(requestMethods, optionSentence),
    url: trimmedText(urlLength),
    parameters: boundedList(v.object({ name, value }), parametersCount, 'parameters'),
    headers: v.optional(boundedList(header, parametersCount, 'headers'), []),
    body: v.optional(body, noBody),
    onlyReads: v.optional(v.boolean()),
  }),
);
