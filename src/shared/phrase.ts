/** A whole sentence, or a part that stands alone, for one and for any other number. */
export interface CountForms {
  one: string;
  other: string;
}

/** The template with each `{name}` in it replaced by the value of that name. */
export function phrase(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The language that all sentences are written in. */
const language = 'en';

/**
 * The form for that count, with `{count}` as the reader writes it and other named values in their places. The form goes by
 * the language of the sentence, the count by that of the reader.
 */
export function countPhrase(
  count: number,
  { one, other }: CountForms,
  values: Readonly<Record<string, string>> = {},
  { locale = language, ...digits }: { locale?: string; maximumFractionDigits?: number } = {},
): string {
  const form = new Intl.PluralRules(language, digits).select(count) === 'one' ? one : other;
  return phrase(form, { ...values, count: new Intl.NumberFormat(locale, digits).format(count) });
}
