import { currenciesOf } from '../../panel/shape/cells/currency-signs';
import type { FieldFacts } from './field-facts';
import { currencyInName, isCurrencyName } from './field-names';

/** The currency that a field's own name ends in, or that all rows have beside it; `undefined` where there is none or several. */
export function nearbyCurrency(name: string, parent: FieldFacts | undefined): string | undefined {
  return currencyInName(name) ?? currencyBeside(parent);
}

function currencyBeside(parent: FieldFacts | undefined): string | undefined {
  for (const [name, { texts, present, distinct }] of parent?.members ?? []) {
    if (!isCurrencyName(String(name)) || texts !== present || distinct.size !== 1) continue;
    const [code = ''] = distinct;
    const [currency] = /^[A-Z]{3}$/.test(code) ? currenciesOf(code) : [];
    if (currency !== undefined) return currency;
  }
  return undefined;
}
