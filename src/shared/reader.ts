/** How whoever reads a text writes numbers and dates. */
export interface Reader {
  locale: string;
  timeZone: string;
  /** What relative dates count from, in milliseconds since the epoch; the clock where absent. */
  now?: number;
  /** Reads a document, at any time and in any place: no date is relative to now, and times name their zone. */
  isOfDocument?: boolean;
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
