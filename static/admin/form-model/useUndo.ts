import { useCallback, useRef, useState } from 'react';
import type { Past } from './past';
import { stepBack, withStep } from './past';
import type { FormState } from './useFormState';

export interface Undo<Values> {
  /** That of the form, which notes what it changes. */
  change: FormState<Values>['change'];
  canUndo: boolean;
  /** Takes back the last change; what is wrong with the values is forgotten. */
  undo(): void;
}

/** Whether letters go to a field of the screen. */
function isTyping(): boolean {
  return document.activeElement?.matches('textarea, input:not([type="checkbox"], [type="radio"])') ?? false;
}

/** The changes of a form, each of which can be taken back. */
export function useUndo<Values extends object>({ values, change, showErrors }: FormState<Values>): Undo<Values> {
  const [past, setPast] = useState<Past<Values>>({ steps: [] });
  const now = useRef(values);
  now.current = values;
  const noted = useCallback<FormState<Values>['change']>(
    (patch, ...paths) => {
      const before = now.current;
      now.current = { ...before, ...patch };
      const what = [...Object.keys(patch), ...paths].join(' ');
      setPast((steps) => withStep(steps, before, { what, at: Date.now(), isTyped: isTyping() }));
      change(patch, ...paths);
    },
    [change],
  );
  const undo = (): void => {
    const back = stepBack(past);
    if (!back) return;
    setPast(back.past);
    showErrors(undefined);
    change(back.values);
  };
  return { change: noted, canUndo: past.steps.length > 0, undo };
}
