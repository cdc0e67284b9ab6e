import * as v from 'valibot';
import { headerRefusal } from '../requests/header-name';
import { textSchema, trimmedText } from '../schema/fields';
import { nameLength } from '../shared/limits';
import type { FieldError } from '../shared/problem';

/** The name of a header or parameter. */
export const nameSchema = trimmedText(nameLength);

/** The text before a credential; a space at its end counts. */
export const prefixSchema = v.optional(textSchema(nameLength), '');

/** What is wrong with the name of a header that carries a credential, at that field. */
export function checkHeaderName(path: string, name: string): FieldError[] {
  const message = headerRefusal(name);
  return message === undefined ? [] : [{ path, message }];
}

/** What is wrong with the text that stands before a credential in a header, at that field. */
export function checkPrefix(path: string, prefix: string): FieldError[] {
  return /^[\x20-\x7e]*$/.test(prefix)
    ? []
    : [{ path, message: 'The prefix contains characters that a header cannot carry.' }];
}
