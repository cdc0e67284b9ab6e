import * as v from 'valibot';
import { Problem } from '../shared/problem';

/** For calls that take nothing; whatever comes is dropped. */
export const noInput = v.pipe(
  v.unknown(),
  v.transform((): undefined => undefined),
);

/** An id made by this app. */
export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'This is not an id.'));

/** Text of bounded length. */
export const textSchema = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest, `Use at most ${longest} characters.`));

/** Text of bounded length, without the blanks that copying brings. */
export const trimmedText = (longest: number) => v.pipe(textSchema(longest), v.trim());

/** A list of bounded length. */
export const boundedList = <Output>(item: v.GenericSchema<unknown, Output>, most: number, what: string) =>
  v.pipe(v.array(item), v.maxLength(most, `Use at most ${most} ${what}.`));

/**
 * The payload as the call's schema makes it.
 * @throws Problem `invalid-input` with the dotted path of each broken rule, relative to the settings of a form
 */
export function validate<Output>(schema: v.GenericSchema<unknown, Output>, payload: unknown): Output {
  const result = v.safeParse(schema, payload, { abortPipeEarly: true });
  if (result.success) return result.output;
  const fields = result.issues.slice(0, 20).map((issue) => ({
    path: (v.getDotPath(issue) ?? '').replace(/^settings\./, ''),
    message: issue.type === 'object' || issue.expected === null ? issue.message : `Expected ${issue.expected}.`,
  }));
  throw new Problem('invalid-input', 'The form holds something that cannot be read. Check the fields named below.', {
    fields,
  });
}
