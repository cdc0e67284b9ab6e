/** A whole sentence, or a part that stands alone, for one and for any other number. */
export interface CountForms {
  one: string;
  other: string;
}

/** The template with each `{name}` in it replaced by the value of that name. */
export function phrase(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The language that all sentences are written in; their forms follow it, and only their numbers the reader. */
const plurals = new Intl.PluralRules('en');

/** The form for that count, `{count}` and other named values in their places. */
export function countPhrase(
  count: number,
  { one, other }: CountForms,
  { locale = 'en', ...values }: Readonly<Record<string, string>> & { locale?: string } = {},
): string {
  const form = plurals.select(count) === 'one' ? one : other;
  return phrase(form, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}
