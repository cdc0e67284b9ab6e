import type { RefObject } from 'react';
import { useEffect } from 'react';

/** Moves the focus to the first invalid field, in the order of the screen, each time `refusals` grows. */
export function useFocusFirstError(form: RefObject<HTMLElement>, refusals: number): void {
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, refusals]);
}
