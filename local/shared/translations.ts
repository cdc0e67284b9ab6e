import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLocale, getTranslationValue } from '@forge/i18n';
import type { Text } from './manifest-schema';

type Locale = NonNullable<ReturnType<typeof ensureLocale>>;
type Contents = Parameters<typeof getTranslationValue>[0];

/** An app's translated words, with the order in which locales stand in for one another. */
export interface Translations {
  /** The content of each locale's file. */
  contents: Contents;
  fallback: { default: string; [locale: string]: unknown };
}

/** The folder that the platform puts them into, beside the functions and in every resource. */
export const localesFolder = '__LOCALES__';

/**
 * What the manifest's `translations` name; none where it has none.
 * @throws Error when a file is missing or is no JSON.
 */
export function readTranslations(
  folder: string,
  declared: { resources: { key: string; path: string }[]; fallback: Translations['fallback'] } | undefined,
): Translations {
  if (!declared) return { contents: {}, fallback: { default: 'en-US' } };
  const contents = declared.resources.map(({ key, path }) => [
    key,
    JSON.parse(readFileSync(join(folder, path), 'utf8')) as unknown,
  ]);
  return { contents: Object.fromEntries(contents) as Contents, fallback: declared.fallback };
}

/** The locale that stands in for all others. */
export function defaultLocale({ fallback }: Translations): string {
  return fallback.default;
}

/** The words in the locale, or in the first that stands in for it and has them; the key where none has. */
export function translated(translations: Translations, text: Text, locale: string): string {
  if (typeof text === 'string') return text;
  const found = lookupOrder(translations, locale).map((one) =>
    getTranslationValue(translations.contents, text.i18n, one),
  );
  return found.find((words) => words !== null) ?? text.i18n;
}

/** The files that the platform puts into `__LOCALES__`, by name: each locale's content, and what `@forge/i18n` looks up first. */
export function localeFiles({ contents, fallback }: Translations): Map<string, string> {
  const locales = Object.keys(contents);
  const info = { translations: {}, config: { locales, fallback } };
  const files = Object.entries(contents).map(([locale, content]): [string, unknown] => [`${locale}.json`, content]);
  return new Map([...files, ['i18n-info.json', info] as const].map(([name, value]) => [name, JSON.stringify(value)]));
}

/** As the platform's page *Translations* has it: the locale, those named as its fallback, the default. */
function lookupOrder({ contents, fallback }: Translations, locale: string): Locale[] {
  const wanted = ensureLocale(locale) ?? locale;
  const between = fallback[wanted];
  const order = [wanted, ...(Array.isArray(between) ? (between as string[]) : []), fallback.default];
  return order.filter((one) => Object.hasOwn(contents, one)) as Locale[];
}
