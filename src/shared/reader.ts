/** How the person at the screen writes numbers and dates. */
export interface Reader {
  locale: string;
  timeZone: string;
}

function known<T>(make: () => T, fallback: T): T {
  try {
    return make();
  } catch {
    return fallback;
  }
}

/** A reader whose locale and time zone `Intl` surely accepts; unknown ones become English and the browser's zone. */
export function readerFrom(locale: string | undefined, timeZone: string | undefined): Reader {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    locale: known(() => Intl.getCanonicalLocales(locale?.replaceAll('_', '-'))[0] ?? 'en', 'en'),
    timeZone: known(() => Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone, own),
  };
}
