import type { ColumnType } from '../../frame';
import { readDate, readDateTime } from '../cells/date';
import { readEmail, readLink } from '../cells/link';
import type { FieldFacts } from './field-facts';

const day = /^\d{4}-\d{2}-\d{2}$/;
/** Dates that are nothing else: a text of digits alone stays a text. */
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/**
 * The type that every value of a field has, else text. Never by surprise: a text of digits is not a number, a number is
 * not a date, and the numbers of an identifier are not for calculating.
 */
export function proposeType({ path, present, numbers, booleans, texts, samples }: FieldFacts): ColumnType {
  if (present === 0) return 'text';
  if (booleans === present) return 'boolean';
  if (numbers === present) return isIdentifier(String(path.at(-1))) ? 'text' : 'number';
  return texts === present && samples.length > 0 ? typeOfTexts(samples) : 'text';
}

/** `id`, `userId`, `user_id`, `ID`, but not `paid`. */
function isIdentifier(name: string): boolean {
  return /^id$/i.test(name) || /[a-z0-9]I[dD]$/.test(name) || /[_-]id$/i.test(name);
}

function typeOfTexts(samples: readonly string[]): ColumnType {
  if (samples.every((text) => day.test(text) && typeof readDate(text) === 'string')) return 'date';
  if (samples.every((text) => moment.test(text) && typeof readDateTime(text) === 'string')) return 'date-time';
  if (samples.every((text) => typeof readLink(text) === 'string')) return 'link';
  return samples.every((text) => typeof readEmail(text) === 'string') ? 'email' : 'text';
}
