import { readerFrom } from '../../../src/shared/reader';

/** How the admin writes numbers and dates, by the browser's own settings. */
export const adminReader = readerFrom(navigator.language, undefined);
