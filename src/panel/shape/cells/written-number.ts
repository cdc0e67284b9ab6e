/** Sign, digits in groups or not, what stands between the groups, decimal sign, decimals. */
const written = /^([-+]?)(\d{1,3}([.,' ])\d{3}(?:\3\d{3})*|\d+)(?:([.,])(\d+))?$/;

/**
 * The number in a text made for people, such as "1.234,50" or "1'234.50"; `undefined` where it holds none or could mean
 * two: "1,234" is a different number in Boston and in Berlin.
 */
export function readWrittenNumber(text: string): number | undefined {
  const match = written.exec(plainSigns(text.trim()));
  if (!match) return undefined;
  const [, sign, digits = '', separator, decimalSign, decimals = '0'] = match;
  if (separator === undefined) return numberOf(sign, digits, decimals);
  if (decimalSign === undefined && isAmbiguous(digits, separator)) return decimalOf(sign, digits, separator);
  return separator === decimalSign ? undefined : numberOf(sign, digits.replaceAll(separator, ''), decimals);
}

function plainSigns(text: string): string {
  return text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('\u2212', '-');
}

/** One comma or dot with three digits behind it separates thousands or decimals. */
function isAmbiguous(digits: string, separator: string): boolean {
  return (separator === '.' || separator === ',') && digits.split(separator).length === 2;
}

/** No number has a group of a single zero before others, so there the separator is a decimal sign. */
function decimalOf(sign: string | undefined, digits: string, separator: string): number | undefined {
  const [whole = '', decimals = ''] = digits.split(separator);
  return whole === '0' ? numberOf(sign, whole, decimals) : undefined;
}

function numberOf(sign: string | undefined, digits: string, decimals: string): number | undefined {
  const number = Number(`${sign ?? ''}${digits}.${decimals}`);
  return Number.isFinite(number) ? number : undefined;
}

const withSign = {
  '.': /^([-+]?)(\d{1,3}(?:[,' ]\d{2,3})*[,' ]\d{3}|\d+)?(?:\.(\d*))?(-?)$/,
  ',': /^([-+]?)(\d{1,3}(?:[.' ]\d{2,3})*[.' ]\d{3}|\d+)?(?:,(\d*))?(-?)$/,
} as const;
const longest = 60;

/**
 * The number in a text with that decimal sign, thousands in groups or not; the minus may stand behind it, and accountants
 * put it in parentheses. `undefined` where the text is no such number.
 */
export function readWrittenWith(decimalSign: '.' | ',', text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const plain = plainSigns(text.trim());
  if (plain.length > longest) return undefined;
  const bare = /^\((.+)\)$/.exec(plain)?.[1] ?? plain;
  const [match, sign = '', digits = '', decimals = '', behind = ''] = withSign[decimalSign].exec(bare) ?? [];
  if (match === undefined || digits + decimals === '' || (sign !== '' && behind !== ''))
    return exponential(decimalSign, plain);
  const number = numberOf(
    sign === '-' || behind === '-' || bare !== plain ? '-' : '',
    digits.replace(/[^\d]/g, ''),
    decimals,
  );
  return number;
}

/** A very large or small number as a program writes it, which has no groups. */
function exponential(decimalSign: '.' | ',', text: string): number | undefined {
  const match = /^([-+]?\d+)(?:([.,])(\d+))?e([-+]?\d{1,3})$/i.exec(text);
  if (!match || (match[2] !== undefined && match[2] !== decimalSign)) return undefined;
  const number = Number(`${match[1]}.${match[3] ?? '0'}e${match[4]}`);
  return Number.isFinite(number) ? number : undefined;
}
