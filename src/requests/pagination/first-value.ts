import { compileSelector } from '../../selectors/selector';

/**
 * The first value that the selector finds; `undefined` where it finds none, and for the empty selector.
 * @throws Problem `selector-invalid`
 */
export function firstValue(selector: string, document: unknown): unknown {
  return selector.trim() === '' ? undefined : compileSelector(selector).select(document)[0];
}

/** A text or number found there, as text; `undefined` for anything else and for empty text. */
export function firstText(selector: string, document: unknown): string | undefined {
  const value = firstValue(selector, document);
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** A whole number from 0 up found there, written as number or text; `undefined` for anything else. */
export function firstCount(selector: string, document: unknown): number | undefined {
  const text = firstText(selector, document)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
