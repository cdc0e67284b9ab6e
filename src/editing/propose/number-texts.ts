import { readNumber } from '../../panel/shape/cells/number';
import { readWrittenWith } from '../../panel/shape/cells/written-number';
import { isCodeName } from './field-names';

/** The sign before decimals. */
export type DecimalSign = '.' | ',';

/** How the numbers in texts are read: as programs write them where no sign is named. */
export interface NumberTexts {
  decimalSign?: DecimalSign;
}

/** The sign that all of these texts can be read with, where they cannot all be read with the other one. */
export function certainSign(texts: readonly string[]): DecimalSign | undefined {
  if (!texts.every(looksLikeNumber)) return undefined;
  const telling = texts.filter((text) => !isDigits(text));
  const [point, comma] = [isReadable(telling, '.'), isReadable(telling, ',')];
  if (point === comma) return undefined;
  return point ? '.' : ',';
}

/**
 * How the numbers in all of these texts are read; `undefined` where they are no numbers, or could be others: `1,234` is
 * more than a thousand or little more than one. `likely` is what the rest of the response speaks for.
 */
export function numberTexts(texts: readonly string[], likely: DecimalSign | undefined): NumberTexts | undefined {
  if (texts.length === 0 || !texts.every(looksLikeNumber)) return undefined;
  const telling = texts.filter((text) => !isDigits(text));
  const isPlain = telling.every((text) => typeof readNumber(text) === 'number');
  const readable = (['.', ','] as const).filter((sign) => isReadable(telling, sign));
  const [only, other] = readable;
  if (only !== undefined && other === undefined) return isPlain && only === '.' ? {} : { decimalSign: only };
  if (only === undefined) return isPlain ? {} : undefined;
  if (likely === ',' || (likely === '.' && !isPlain))
    return texts.some(hasSign) || !isPlain ? { decimalSign: likely } : {};
  if (isPlain) return {};
  return texts.some(hasSign) ? undefined : { decimalSign: '.' };
}

/** Digits alone, which are the same number with either sign. */
const isDigits = (text: string) => /^\d{1,15}$/.test(text);
const hasSign = (text: string) => /[.,]/.test(text);

const longestNumber = 30;
const looksLikeNumber = (text: string) =>
  text.length <= longestNumber && /\d/.test(text) && /^[-+(\u2212\s]*[\d.,]/.test(text);
const isReadable = (texts: readonly string[], sign: DecimalSign) =>
  texts.every((text) => readWrittenWith(sign, text) !== undefined);

/** More digits than a count or an amount has. */
const mostDigits = 12;
/** Digits of a code, such as a postcode or the number of an order. */
const codeDigits = 5;

/** Whether texts of digits tell things apart rather than count them: by the field's name, or by how all of them look. */
export function areCodes(name: string, texts: readonly string[]): boolean {
  if (isCodeName(name) || texts.some((text) => /^\s*[-+]?0\d/.test(text))) return true;
  if (!texts.every((text) => /^\d+$/.test(text))) return false;
  if (texts.some(({ length }) => length > mostDigits) || texts.every(isYear)) return true;
  const [first = ''] = texts;
  const areAlike =
    texts.length > 1 && first.length >= codeDigits && texts.every(({ length }) => length === first.length);
  return areAlike && new Set(texts).size === texts.length;
}

const isYear = (text: string) => /^(?:19|20)\d{2}$/.test(text);
