import * as v from 'valibot';
import { fieldsSentence, optionSentence, requiredSentence } from '../shared/field-sentences';
import { type FieldError, Problem } from '../shared/problem';

/** Broken rules that are told at once. */
const mostFields = 20;

/**
 * The payload as the call's schema makes it.
 * @throws Problem `invalid-input` with the dotted path of each broken rule, relative to the settings of a form
 */
export function validate<Output>(schema: v.GenericSchema<unknown, Output>, payload: unknown): Output {
  const result = v.safeParse(schema, payload, { abortPipeEarly: true, message: plainSentence });
  if (result.success) return result.output;
  throw refusal(result.issues.slice(0, mostFields).map(fieldError));
}

const fieldError = (issue: v.BaseIssue<unknown>): FieldError => ({
  path: (v.getDotPath(issue) ?? '').replace(/^settings\./, ''),
  message: issue.message,
});

/** Readers see no fields by name, so they are told what is wrong with the first one. */
function refusal(fields: FieldError[]): Problem {
  const [first] = fields;
  return new Problem('invalid-input', fieldsSentence(fields.length), { fields, readerMessage: first?.message });
}

/** By what was wanted. */
const sentences: Partial<Record<string, string>> = {
  string: 'Enter text.',
  number: 'Enter a number.',
  boolean: 'Choose yes or no.',
  array: 'This must be a list.',
  picklist: optionSentence,
  literal: optionSentence,
  variant: optionSentence,
};

/** What is wrong, where the schema has no sentence of its own: with a call that no form of ours makes. */
function plainSentence({ received, type }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return requiredSentence;
  return sentences[type] ?? 'This value cannot be read.';
}
