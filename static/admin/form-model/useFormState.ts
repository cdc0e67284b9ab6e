import { useCallback, useMemo, useState } from 'react';
import type { ProblemReply } from '../../../src/shared/contract';
import type { FieldErrors } from './field-errors';
import { fieldErrorsOf, withoutErrors } from './field-errors';

export interface FormState<Values> {
  values: Values;
  errors: FieldErrors;
  /** How often errors were shown: a new number moves the focus to the first of them. */
  refusals: number;
  /** Whether something differs from what was loaded or saved last. */
  dirty: boolean;
  /** Changes values; errors of the named paths are taken away, for they were about the old values. */
  change(patch: Partial<Values>, ...paths: string[]): void;
  /** Takes the values as the saved ones. */
  reset(values: Values): void;
  /** Shows the broken rules of a problem at their fields and takes older ones away. */
  showErrors(problem: ProblemReply | undefined): void;
}

interface Shown {
  errors: FieldErrors;
  refusals: number;
}

/** The values of a form and what is wrong with them. `comparable` leaves out what only the screen needs. */
export function useFormState<Values>(initial: Values, comparable: (values: Values) => unknown): FormState<Values> {
  const [values, setValues] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [shown, setShown] = useState<Shown>({ errors: {}, refusals: 0 });

  const change = useCallback((patch: Partial<Values>, ...paths: string[]) => {
    setValues((now) => ({ ...now, ...patch }));
    setShown((now) => ({ ...now, errors: withoutErrors(now.errors, paths) }));
  }, []);
  const reset = useCallback((next: Values) => {
    setValues(next);
    setSaved(next);
    setShown((now) => ({ ...now, errors: {} }));
  }, []);
  const showErrors = useCallback((problem: ProblemReply | undefined) => {
    const errors = fieldErrorsOf(problem);
    setShown((now) => ({ errors, refusals: Object.keys(errors).length > 0 ? now.refusals + 1 : now.refusals }));
  }, []);
  const dirty = useMemo(
    () => JSON.stringify(comparable(values)) !== JSON.stringify(comparable(saved)),
    [values, saved, comparable],
  );
  return { values, ...shown, dirty, change, reset, showErrors };
}
