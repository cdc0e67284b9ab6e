import { readAmount } from '../../panel/shape/cells/currency';
import { type DecimalSign, numberTexts } from './number-texts';

/** The currency and the sign before decimals of amounts, where one has to be named. */
export interface MoneyTexts {
  currency: string;
  decimalSign?: DecimalSign;
}

const parts = /^([-+\u2212]?) ?([\p{L}\p{Sc}]{1,4})?\.?(\s?)([-+\u2212]?[\d.,'’\s]*\d)(\s?)([\p{L}\p{Sc}]{1,4})?$/u;
const cents = /[.,]\d{2}$/;
const longest = 40;

interface Amount {
  /** By a sign such as €, which stands beside money only. */
  isSigned: boolean;
  digits: string;
}

/**
 * What the texts are worth, where each has an amount and the sign of one currency together as money does. Letters alone are
 * a sign only in capitals, apart from the amount, and where some amount has cents: `amd64`, `Top 1` and `CAD 2020` are none.
 */
export function moneyTexts(texts: readonly string[], likely: DecimalSign | undefined): MoneyTexts | undefined {
  const amounts = amountsIn(texts);
  if (amounts.length === 0) return undefined;
  const hasCents = amounts.some(({ digits }) => cents.test(digits));
  if (!hasCents && !amounts.every(({ isSigned }) => isSigned)) return undefined;
  const isClear = texts.every((text) => readAmount(text) !== undefined);
  const sign = isClear
    ? undefined
    : numberTexts(
        amounts.map(({ digits }) => digits),
        likely,
      )?.decimalSign;
  if (!isClear && sign === undefined) return undefined;
  const currency = onlyCurrency(texts, sign);
  return currency === undefined ? undefined : { currency, ...(sign !== undefined && { decimalSign: sign }) };
}

/** The amounts of all texts; none where a text is no amount, which most fields say with their first. */
function amountsIn(texts: readonly string[]): Amount[] {
  const amounts: Amount[] = [];
  for (const text of texts) {
    const amount = amountIn(text);
    if (amount === undefined) return [];
    amounts.push(amount);
  }
  return amounts;
}

/** An amount with a sign, with a code in capitals that stands apart, or with letters of another kind and cents. */
function amountIn(text: string): Amount | undefined {
  const [match, , before, gapBefore, digits = '', gapBehind, behind] =
    text.length > longest ? [] : (parts.exec(text.trim()) ?? []);
  const mark = before ?? behind;
  if (match === undefined || mark === undefined || (before !== undefined && behind !== undefined)) return undefined;
  const isApart = (before === undefined ? gapBehind : gapBefore) !== '';
  const isName = !/^[A-Za-z]{3}$/.test(mark) || /^[A-Z]{3}$/.test(mark);
  const isSigned = /\p{Sc}/u.test(mark);
  if (!isSigned && !(isName && (isApart || cents.test(digits)))) return undefined;
  return { isSigned, digits: digits.replace(/\s/g, ' ') };
}

/** The currency that all amounts are in. A sign that several countries share says none, but for the dollar sign. */
function onlyCurrency(texts: readonly string[], sign: DecimalSign | undefined): string | undefined {
  const found = new Set(texts.map((text) => clearCurrency(readAmount(text, sign)?.currencies ?? [])));
  const [currency] = found;
  return found.size === 1 ? currency : undefined;
}

function clearCurrency([first, ...others]: readonly string[]): string | undefined {
  return others.length === 0 || first === 'USD' ? first : undefined;
}
