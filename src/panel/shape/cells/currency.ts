import type { ColumnFormat } from '../../../shared/frame';
import { currenciesOf } from './currency-signs';
import { isRecord, firstMemberText } from './named';
import { readNumber } from './number';
import { type ReadCell, unreadable } from './unreadable';
import { readWrittenNumber, readWrittenWith } from './written-number';

/** An amount as written, with the currencies that may be meant; `undefined` where it names none. */
export interface WrittenAmount {
  amount: number;
  currencies: readonly string[] | undefined;
}

/**
 * Reads an amount of money: a number, a text such as "€ 1.234,50" that can be read in one way only, or an object with
 * `amount` and `currency`. An amount in another currency than the column's is unreadable, as it would be shown as less or
 * more than it is.
 */
export function currencyReader({ currency, decimalSign }: ColumnFormat): ReadCell {
  return (value) => {
    if (typeof value !== 'string' && !isRecord(value)) return readNumber(value);
    if (value === '' || (typeof value === 'object' && value['amount'] === null)) return null;
    const read = typeof value === 'string' ? readAmount(value, decimalSign) : amountIn(value);
    const fits = currency === undefined || (read?.currencies?.includes(currency) ?? true);
    return read && fits ? read.amount : unreadable;
  };
}

const sign = String.raw`[-+\u2212]?`;
const mark = String.raw`[\p{L}\p{Sc}]{1,4}`;
const written = new RegExp(`^(${sign}) ?(${mark})?\\.?\\s?(${sign}[\\d.,'’\\s]*\\d)\\s?(${mark})?$`, 'u');

/**
 * The amount in a text, with that decimal sign where one is given; `undefined` where it holds none, or one that could mean
 * two.
 */
export function readAmount(text: string, decimalSign?: '.' | ','): WrittenAmount | undefined {
  const plain = decimalSign === undefined ? readNumber(text) : readWrittenWith(decimalSign, text);
  if (typeof plain === 'number') return { amount: plain, currencies: undefined };
  const [, sign = '', before, digits = '', after] = written.exec(text.trim()) ?? [];
  const number = sign + digits;
  const amount = decimalSign === undefined ? readWrittenNumber(number) : readWrittenWith(decimalSign, number);
  if (amount === undefined || (before !== undefined && after !== undefined)) return undefined;
  const currency = before ?? after;
  const currencies = currency === undefined ? undefined : currenciesOf(currency);
  return currencies?.length === 0 ? undefined : { amount, currencies };
}

function amountIn(value: Readonly<Record<string, unknown>>): WrittenAmount | undefined {
  const read = readAmount(firstMemberText(value, ['amount', 'value']) ?? '');
  const currency = firstMemberText(value, ['currency', 'currencyCode', 'currency_code']);
  return read && currency !== undefined ? { ...read, currencies: currenciesOf(currency) } : read;
}
