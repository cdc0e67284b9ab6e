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

/**
 * A reader whose locale and time zone `Intl` surely knows; unknown ones become English and, where no other zone is given,
 * that of the browser.
 */
export function readerFrom(
  locale: string | undefined,
  timeZone: string | undefined,
  otherZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Reader {
  const asWritten = locale?.replaceAll('_', '-');
  return {
    locale: known(() => Intl.NumberFormat.supportedLocalesOf(asWritten)[0] ?? 'en', 'en'),
    timeZone: known(() => Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone, otherZone),
  };
}

/** The reader of calls that do not say who reads. */
export const unknownReader: Reader = { locale: 'en', timeZone: 'UTC' };
