const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'];
const crowns = ['SEK', 'NOK', 'DKK', 'ISK'];

/** The currencies (ISO 4217) that a sign may stand for, the most usual first. */
const currenciesOfSign: ReadonlyMap<string, readonly string[]> = new Map([
  ['€', ['EUR']],
  ['$', dollars],
  ['US$', ['USD']],
  ['CA$', ['CAD']],
  ['C$', ['CAD']],
  ['AU$', ['AUD']],
  ['A$', ['AUD']],
  ['NZ$', ['NZD']],
  ['S$', ['SGD']],
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['MX$', ['MXN']],
  ['R$', ['BRL']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
  ['₩', ['KRW']],
  ['₽', ['RUB']],
  ['₺', ['TRY']],
  ['₪', ['ILS']],
  ['₴', ['UAH']],
  ['₫', ['VND']],
  ['₱', ['PHP']],
  ['฿', ['THB']],
  ['zł', ['PLN']],
  ['kr', crowns],
  ['Kč', ['CZK']],
  ['Ft', ['HUF']],
  ['Fr', ['CHF']],
]);

let codes: ReadonlySet<string> | undefined;

/** The currencies that a sign or a code of ISO 4217 may mean; none for anything else. */
export function currenciesOf(mark: string): readonly string[] {
  const known = currenciesOfSign.get(mark);
  if (known) return known;
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  const code = mark.toUpperCase();
  return codes.has(code) ? [code] : [];
}
