import type { RefObject } from 'react';
import { useEffect } from 'react';
import { bringIntoView } from './bring-into-view';

/**
 * Moves the focus to the first invalid field, in the order of the screen, each time `refusals` grows, and the field into
 * sight: a focus alone scrolls nothing outside a frame of another origin.
 */
export function useFocusFirstError(form: RefObject<HTMLElement>, refusals: number): void {
  useEffect(() => {
    const field = refusals > 0 ? form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : undefined;
    if (!field) return undefined;
    field.focus({ preventScroll: true });
    return bringIntoView(field);
  }, [form, refusals]);
}
