import type { ColumnSettings } from '../../shared/contract';
import { readAmount } from '../../panel/shape/cells/currency';
import { readDate, readDateTime } from '../../panel/shape/cells/date';
import { readIsoDuration } from '../../panel/shape/cells/duration';
import { readEmail, readImage, readLink } from '../../panel/shape/cells/link';
import { entryName } from '../../panel/shape/cells/list';
import { isRecord } from '../../panel/shape/cells/named';
import { percentReader } from '../../panel/shape/cells/percent';
import { type FieldFacts, maxDistinct } from './field-facts';
import { isAddressName, isIdentifier, isImageName, isMoneyName, isPercentName, isStatusName } from './field-names';
import { nearbyCurrency } from './nearby-currency';
import { objectKind } from './object-kind';

export type ProposedType = Pick<ColumnSettings, 'type' | 'format'>;

const text: ProposedType = { type: 'text' };

/**
 * The type that every value of a field has, else text. Never by surprise: a text of digits is not a number, a number is
 * not a date, the numbers of an identifier are not for calculating, and an amount is money only where a sign, a code or
 * a neighbor says in which currency.
 */
export function proposeType(facts: FieldFacts, parent: FieldFacts | undefined): ProposedType {
  const { present, numbers, booleans, texts, lists, objects, samples } = facts;
  if (present === 0) return text;
  if (booleans === present) return { type: 'boolean' };
  if (numbers === present) return typeOfNumbers(facts, parent);
  if (texts === present) return samples.length > 0 ? typeOfTexts(facts, parent) : text;
  const kind = objectKind(facts);
  if (kind) return { type: kind };
  if (objects > 0) return { type: 'json' };
  return lists > 0 ? typeOfLists(facts) : text;
}

/** Longer than any count, and so long that only times in milliseconds and identifiers are. */
const longInteger = 1e12;

function typeOfNumbers(facts: FieldFacts, parent: FieldFacts | undefined): ProposedType {
  const { path, least, most, fractions } = facts;
  const name = String(path.at(-1));
  if (isIdentifier(name) || (fractions === 0 && least >= longInteger)) return text;
  const currency = isMoneyName(name) ? nearbyCurrency(name, parent) : undefined;
  if (currency !== undefined) return { type: 'currency', format: { currency } };
  if (!isPercentName(name)) return { type: 'number' };
  if (most > 1) return { type: 'percent', format: { whole: 100 } };
  return fractions > 0 ? { type: 'percent', format: { whole: 1 } } : { type: 'number' };
}

const day = /^\d{4}-\d{2}-\d{2}$/;
/** Dates that are nothing else: a text of digits alone stays a text. */
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const percentage = /^[-+]?\d[\d.,]*\s?%$/;
const image = /^[^?#]*\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)/i;
const readPercent = percentReader({});

function typeOfTexts(facts: FieldFacts, parent: FieldFacts | undefined): ProposedType {
  const { samples } = facts;
  const every = (test: (text: string) => boolean) => samples.every(test);
  if (every((each) => day.test(each) && typeof readDate(each) === 'string')) return { type: 'date' };
  if (every((each) => moment.test(each) && typeof readDateTime(each) === 'string')) return { type: 'date-time' };
  if (every((each) => typeof readEmail(each) === 'string')) return { type: 'email' };
  if (every((each) => typeof readLink(each) === 'string' && /^(?:https|mailto):/i.test(each.trim()))) {
    return { type: isImages(facts) ? 'image' : 'link' };
  }
  if (every((each) => readIsoDuration(each) !== undefined)) return { type: 'duration' };
  if (every((each) => percentage.test(each) && typeof readPercent(each) === 'number')) return { type: 'percent' };
  const currency = currencyOf(samples);
  if (currency !== undefined) return { type: 'currency', format: { currency } };
  return isStatus(facts, parent) ? { type: 'status' } : text;
}

function isImages({ path, samples }: FieldFacts): boolean {
  const isNamed = isImageName(String(path.at(-1)));
  return samples.every((each) => typeof readImage(each) === 'string' && (isNamed || image.test(each)));
}

/** The currency that all amounts are in. A sign that several countries share says none, but for the dollar sign. */
function currencyOf(samples: readonly string[]): string | undefined {
  const found = new Set(samples.map((each) => clearCurrency(readAmount(each)?.currencies ?? [])));
  const [currency] = found;
  return found.size === 1 ? currency : undefined;
}

function clearCurrency([first, ...others]: readonly string[]): string | undefined {
  return others.length === 0 || first === 'USD' ? first : undefined;
}

const longestStatus = 30;

/** A few short words that come again, under a name that says what they are. */
function isStatus({ path, samples, distinct }: FieldFacts, parent: FieldFacts | undefined): boolean {
  if (!isStatusName(String(path.at(-1))) || distinct.size > maxDistinct) return false;
  const isOfCountry = [...(parent?.members.keys() ?? [])].some((name) => isAddressName(String(name)));
  return !isOfCountry && samples.every((each) => each.length <= longestStatus && /\p{L}/u.test(each));
}

/** Entries that nothing names are counted, for their JSON is nothing to read. */
function typeOfLists({ entries }: FieldFacts): ProposedType {
  if (entries.some(Array.isArray)) return { type: 'json' };
  const isReadable = entries.every((entry) => !isRecord(entry) || entryName(entry) !== undefined);
  return isReadable ? { type: 'list' } : { type: 'list', format: { list: 'count' } };
}
