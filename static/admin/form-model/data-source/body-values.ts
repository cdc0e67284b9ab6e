import type { RequestBody } from '../../../../src/shared/contract';
import type { NamedRow } from '../named-rows';
import { pairsOf, rowsOfPairs } from '../named-rows';

type Kind = RequestBody['kind'];

/** What a request carries, as typed. What was typed for another kind stays when the kind is switched. */
export interface BodyValues {
  kind: Kind;
  json: string;
  fields: NamedRow[];
  text: string;
  contentType: string;
  query: string;
  variables: string;
}

export const emptyBody: BodyValues = {
  kind: 'none',
  json: '',
  fields: [],
  text: '',
  contentType: 'text/plain',
  query: '',
  variables: '',
};

const settings: { readonly [Key in Kind]: (values: BodyValues) => Extract<RequestBody, { kind: Key }> } = {
  none: () => ({ kind: 'none' }),
  json: ({ json }) => ({ kind: 'json', text: json }),
  form: ({ fields }) => ({ kind: 'form', fields: pairsOf(fields) }),
  text: ({ text, contentType }) => ({ kind: 'text', text, contentType: contentType.trim() }),
  graphql: ({ query, variables }) => ({ kind: 'graphql', query, variables }),
};

/** The body that the form says. */
export function toBody(values: BodyValues): RequestBody {
  return settings[values.kind](values);
}

function typedPart(body: RequestBody): Partial<BodyValues> {
  if (body.kind === 'json') return { json: body.text };
  if (body.kind === 'form') return { fields: rowsOfPairs(body.fields) };
  if (body.kind === 'text') return { text: body.text, contentType: body.contentType };
  return body.kind === 'graphql' ? { query: body.query, variables: body.variables } : {};
}

/** A stored body as form values. */
export function fromBody(body: RequestBody): BodyValues {
  return { ...emptyBody, kind: body.kind, ...typedPart(body) };
}
