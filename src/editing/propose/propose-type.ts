import { readIsoDuration } from '../../panel/shape/cells/duration';
import { readEmail, readImage, readLink } from '../../panel/shape/cells/link';
import { entryName } from '../../panel/shape/cells/list';
import { isRecord } from '../../panel/shape/cells/named';
import { percentReader } from '../../panel/shape/cells/percent';
import { withRulesFor } from '../../shared/column-types/status-colors';
import { type FieldFacts, maxDistinct } from './field-facts';
import { areBooleans } from './boolean-texts';
import { areEpochs, areEpochTexts, typeOfDates } from './date-texts';
import {
  isAddressName,
  isIdentifier,
  isImageName,
  isMoneyName,
  isPercentName,
  isStateName,
  isStatusName,
  isTimeName,
} from './field-names';
import { moneyTexts } from './money-texts';
import { nearbyCurrency } from './nearby-currency';
import { areCodes, type DecimalSign, numberTexts } from './number-texts';
import { objectKind } from './object-kind';
import type { ProposedType } from './proposed-type';

const text: ProposedType = { type: 'text' };

/**
 * The type that every value of a field has, else text; `likely` is the sign before decimals that the rest of the response
 * speaks for. Never by surprise: the digits of an identifier are not for calculating, a number is a time only under the
 * name of one, and an amount is money only where a sign, a code or a neighbor says in which currency.
 */
export function proposeType(facts: FieldFacts, parent: FieldFacts | undefined, likely?: DecimalSign): ProposedType {
  const { present, numbers, booleans, texts, lists, objects, samples } = facts;
  if (present === 0) return text;
  if (booleans === present) return { type: 'boolean' };
  if (numbers === present) return typeOfNumbers(facts, parent);
  if (texts === present) return samples.length > 0 ? typeOfTexts(facts, parent, likely) : text;
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
  if (isIdentifier(name)) return text;
  if (isTimeName(name) && areEpochs(least, most)) return { type: 'date-time' };
  if (fractions === 0 && least >= longInteger) return text;
  const currency = isMoneyName(name) ? nearbyCurrency(name, parent) : undefined;
  if (currency !== undefined) return { type: 'currency', format: { currency } };
  if (!isPercentName(name)) return { type: 'number' };
  if (most > 1) return { type: 'percent', format: { whole: 100 } };
  return fractions > 0 ? { type: 'percent', format: { whole: 1 } } : { type: 'number' };
}

const percentage = /^[-+]?\d[\d.,]*\s?%$/;
const image = /^[^?#]*\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)/i;
const readPercent = percentReader({});

function typeOfTexts(facts: FieldFacts, parent: FieldFacts | undefined, likely: DecimalSign | undefined): ProposedType {
  const { samples } = facts;
  return (
    typeOfDates(samples) ??
    typeOfAddresses(facts) ??
    typeOfFigures(facts, parent, likely) ??
    (isStatus(facts, parent)
      ? statusOf(facts)
      : samples.some(isHtml)
        ? { type: 'text', format: { stripTags: true } }
        : text)
  );
}

/** A closing tag of text, or a line break. */
const isHtml = (value: string) => /<\/(?:a|b|div|em|h[1-6]|i|li|p|span|strong|td|u)>|<br ?\/?>/i.test(value);

function typeOfAddresses(facts: FieldFacts): ProposedType | undefined {
  const every = (test: (text: string) => boolean) => facts.samples.every(test);
  if (every((each) => typeof readEmail(each) === 'string')) return { type: 'email' };
  if (every((each) => typeof readLink(each) === 'string' && /^(?:https|mailto):/i.test(each.trim()))) {
    return { type: isImages(facts) ? 'image' : 'link' };
  }
  return undefined;
}

/** The type of texts that count or measure; a currency beside an amount goes for texts too. */
function typeOfFigures(
  { path, samples, distinct }: FieldFacts,
  parent: FieldFacts | undefined,
  likely: DecimalSign | undefined,
): ProposedType | undefined {
  const name = String(path.at(-1));
  if (samples.every((each) => readIsoDuration(each) !== undefined)) return { type: 'duration' };
  if (samples.every((each) => percentage.test(each) && typeof readPercent(each) === 'number'))
    return { type: 'percent' };
  const money = moneyTexts(samples, likely);
  if (money !== undefined) return { type: 'currency', format: { ...money } };
  if (areBooleans(distinct)) return { type: 'boolean' };
  if (isTimeName(name) && areEpochTexts(samples)) return { type: 'date-time' };
  const written = areCodes(name, samples) ? undefined : numberTexts(samples, likely);
  if (written === undefined) return undefined;
  const currency = isMoneyName(name) ? nearbyCurrency(name, parent) : undefined;
  if (currency !== undefined) return { type: 'currency', format: { currency, ...written } };
  return { type: 'number', ...(written.decimalSign !== undefined && { format: { ...written } }) };
}

function isImages({ path, samples }: FieldFacts): boolean {
  const isNamed = isImageName(String(path.at(-1)));
  return samples.every((each) => typeof readImage(each) === 'string' && (isNamed || image.test(each)));
}

const longestStatus = 30;

/** A few short words that come again, under a name that says what they are. */
function isStatus({ path, samples, distinct }: FieldFacts, parent: FieldFacts | undefined): boolean {
  const name = String(path.at(-1));
  if (!isStatusName(name) || distinct.size > maxDistinct) return false;
  const isOfCountry =
    isStateName(name) && [...(parent?.members.keys() ?? [])].some((each) => isAddressName(String(each)));
  return !isOfCountry && samples.every((each) => each.length <= longestStatus && /\p{L}/u.test(each));
}

/** With the color of each state, where the words of one say which. */
function statusOf({ distinct }: FieldFacts): ProposedType {
  const statusColors = withRulesFor([...distinct], [], maxDistinct);
  const isTelling = statusColors.some(({ color }) => color !== 'neutral');
  return { type: 'status', ...(isTelling && { format: { statusColors } }) };
}

/** Entries that nothing names are counted, for their JSON is nothing to read. */
function typeOfLists({ entries }: FieldFacts): ProposedType {
  if (entries.some(Array.isArray)) return { type: 'json' };
  const isReadable = entries.every((entry) => !isRecord(entry) || entryName(entry) !== undefined);
  return isReadable ? { type: 'list' } : { type: 'list', format: { list: 'count' } };
}
