import { writtenWords } from '../../shared/field-label';

/** `id`, `userId`, `user_id`, `ID`, but not `paid`. */
export function isIdentifier(name: string): boolean {
  return /^id$/i.test(name) || /[a-z0-9]I[dD]$/.test(name) || /[_-]id$/i.test(name);
}

/** A name of what tells things apart or counts years, whose digits are no number: `orderNumber`, `zip`, `phone`, `version`. */
export function isCodeName(name: string): boolean {
  const all = words(name);
  return isIdentifier(name) || lastCodeNames.has(all.at(-1) ?? '') || all.some((word) => codeNames.has(word));
}

/** A name of a point in time: `createdAt`, `timestamp`, `expires`. */
export function isTimeName(name: string): boolean {
  const all = words(name);
  return (
    timeNames.has(all.at(-1) ?? '') || all.some((word) => word === 'timestamp' || word === 'epoch' || word === 'unix')
  );
}

export function isStatusName(name: string): boolean {
  return statusNames.has(words(name).at(-1) ?? '');
}

/** A name that may be of a part of a country as well as of what becomes of something. */
export function isStateName(name: string): boolean {
  return words(name).at(-1) === 'state';
}

export function isPersonName(name: string): boolean {
  const last = words(name).at(-1) ?? '';
  return personNames.has(last) || last === 'by';
}

export function isImageName(name: string): boolean {
  return words(name).some((word) => imageNames.has(word));
}

export function isPercentName(name: string): boolean {
  return name.includes('%') || words(name).some((word) => percentNames.has(word));
}

export function isMoneyName(name: string): boolean {
  return words(name).some((word) => moneyNames.has(word));
}

/** The currency that a name such as `price_eur` ends in; `undefined` where it names none. */
export function currencyInName(name: string): string | undefined {
  const code = words(name).at(-1)?.toUpperCase() ?? '';
  return isMoneyName(name) && usualCurrencies.has(code) ? code : undefined;
}

export function isCurrencyName(name: string): boolean {
  return /^(?:iso)?[-_]?curr(?:ency)?(?:[-_]?(?:iso)?[-_]?code)?$/i.test(name);
}

/** Beside one of these, a state is a part of a country. */
export function isAddressName(name: string): boolean {
  return words(name).some((word) => addressNames.has(word));
}

const words = (name: string) => writtenWords(name).map((word) => word.toLowerCase());
const setOf = (text: string) => new Set(text.split(' '));

const lastCodeNames = setOf(
  'code codes key ids no nr num number ref reference account konto serial build port hash token pin',
);
const codeNames = setOf(
  'zip postal postcode postleitzahl plz phone telephone telefon tel mobile mobil fax sku ean gtin upc isbn issn iban bic vat ssn version release year years jahr annee ano',
);
const timeNames = setOf(
  'at time timestamp ts date datetime epoch created updated modified changed expires expiry expiration deadline due since until seen login',
);
const statusNames = setOf('status state stage phase priority severity health outcome conclusion');
const personNames = setOf(
  'user person author owner creator assignee reporter manager lead contact member requester reviewer sender approver actor editor',
);
const imageNames = setOf('avatar photo image img picture thumbnail logo icon');
const percentNames = setOf('percent percentage pct');
const moneyNames = setOf(
  'amount price total subtotal cost costs fee salary revenue balance budget value tax discount net gross money',
);
const usualCurrencies = setOf(
  'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY KRW MXN NOK NZD PLN SEK SGD TRY USD ZAR',
);
const addressNames = setOf('address city zip postal postcode street country');
