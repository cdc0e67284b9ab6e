import type { FieldError, ProblemReply } from '../../../src/shared/contract';

/** The broken rules of a form by the dotted path of their field, without the `settings.` or `secrets.` in front. */
export type FieldErrors = Record<string, string>;

function fieldPath(path: string): string {
  return path.replace(/^(settings|secrets)\./, '');
}

/** The first message for each path; empty for a problem that is about no field. */
export function fieldErrorsOf(problem: ProblemReply | undefined): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of problem?.fields ?? ([] as FieldError[])) errors[fieldPath(path)] ??= message;
  return errors;
}

/** The message for the field itself or, with none, for something inside it; undefined when all is well. */
export function errorWithin(errors: FieldErrors, path: string): string | undefined {
  const inside = Object.keys(errors).find((key) => key.startsWith(`${path}.`));
  return errors[path] ?? (inside === undefined ? undefined : errors[inside]);
}

/** Whether one of the fields, or something inside it, has an error. */
export function hasErrorWithin(errors: FieldErrors, paths: readonly string[]): boolean {
  return paths.some((path) => errorWithin(errors, path) !== undefined);
}

/** The messages that no field of the form shows, so that none is lost. A path that ends in `.` covers all below it. */
export function unplacedErrors(errors: FieldErrors, shown: readonly string[]): string[] {
  const isShown = (path: string): boolean =>
    shown.some((known) => path === known || (known.endsWith('.') && path.startsWith(known)));
  return Object.entries(errors)
    .filter(([path]) => !isShown(path))
    .map(([, message]) => message);
}

/** The errors left after the fields at `paths` were changed. */
export function withoutErrors(errors: FieldErrors, paths: readonly string[]): FieldErrors {
  const stays = ([path]: [string, string]): boolean =>
    !paths.some((changed) => path === changed || path.startsWith(`${changed}.`));
  return Object.fromEntries(Object.entries(errors).filter(stays));
}
