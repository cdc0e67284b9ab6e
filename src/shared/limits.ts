/** Bounds of the app, in one place. Times in milliseconds unless the name says otherwise. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** One token or revoke request. Together with `leaseSlackMs` it keeps two holders of one lease apart. */
export const tokenRequestTimeoutMs = 8 * second;
export const tokenResponseBytes = 64 * 1024;
/** A hundred years: what is said to live longer has no end. */
export const longestTokenLifeSeconds = 100 * 365 * 24 * 3600;

/** A lease on a grant, and how long after its end nobody else takes it. */
export const leaseMs = 60 * second;
export const leaseSlackMs = 10 * second;
/** With less time than this left in the invocation, no refresh is begun. */
export const refreshNeedsMs = 18 * second;
/** With less than this left, the token request does not leave any more: it takes 8 s, and its response has to be stored. */
export const tokenRequestNeedsMs = 12 * second;
/** With less than this left, new tokens are not tried to be stored once more. */
export const storeNeedsMs = 1500;
/** An access token this close to its end counts as expired. */
export const expiryMarginMs = 60 * second;
/** Pauses of those who wait for somebody else's refresh; each varies by half. */
export const waitsForHolderMs = [300, 800, 2000, 5000];
/** How long readers leave a token endpoint alone that did not respond; twice as long after each further failure, up to a bound. */
export const backOffMs = 30 * second;
export const longestBackOffMs = 10 * minute;
/** The same at first after a response that the client itself is wrong (its secret, its rights). */
export const troublePauseMs = minute;
/** A name under which a holder may have stored tokens is dropped if it holds none so long after its claim: nobody lives that long. */
export const triedKeptMs = 20 * minute;
/** Bounds of a grant's record, which stays below 20 KB with them. */
export const triesCount = 20;
export const retiredCount = 40;
export const factsScopesBytes = 4000;
/** Token sets that are deleted side by side. */
export const deletedAtOnce = 50;

/** A 401 leads to a refresh only if the token is older than this, and not more often than the second for a grant. */
export const refusalNeedsTokenAgeMs = minute;
export const refusalPauseMs = 5 * minute;

/** A 401 to a younger token than this teaches nothing about how long tokens live. */
export const shortestLearnedLifetimeMs = 5 * minute;

/** A retired token set may be in use for this long. */
export const retiredKeptMs = 15 * minute;
/** A reader's grant that was given up is forgotten after this. */
export const forgottenAfterMs = hour;

/** From the click to the callback. */
export const pendingMs = 10 * minute;
export const pendingPerAccount = 5;
/** The outcome of an attempt can be read this long. */
export const attemptKeptMs = hour;
export const draftMs = 24 * hour;
/** Longer than the platform may serve an expired pending authorization (48 h), so a state is never taken twice. */
export const spentKeptMs = 96 * hour;

/** From the callback of a reader's sign-in to its arrival in Confluence, and from there to the reader's yes. */
export const handbackMs = 5 * minute;
export const unconfirmedMs = 10 * minute;
/** How often one reader may begin to connect an account, and may come back from it. */
export const connectsPerHour = 10;
export const arrivalsPerHour = 20;
/** How often all readers of a site together may begin in a minute. */
export const connectsPerMinuteOfSite = 60;
/** Accounts of readers that are connected, on the whole site and by one reader. */
export const connectionsPerSite = 20_000;
export const connectionsPerReader = 50;
export const accountNameLength = 100;
/** Readers who must connect anew are counted no further. */
export const reconnectsCounted = 500;

/** So much of one catalog page is filled with entries: about 1,500 of them. A value may have 240 KiB, and a name may grow. */
export const catalogPageBytes = 200 * 1024;
/** So many who save at the same moment each get their entry into a page. */
export const catalogContenders = 20;
/** An entry whose record is not there yet is left alone for longer than any invocation lives. */
export const newlyNotedMs = hour;

/** A page that has not been seen to show a panel for so long is forgotten; the latest of each panel are kept. */
export const shownPagesKeptDays = 90;
export const shownPagesOfPanel = 200;
/** Pages that are looked up to be named at once. */
export const pagesNamed = 20;

/** How long a note on a data source's health stands before the same news is written again. */
export const healthNoteMs = minute;
/** A data source that has failed for so long is a matter for people, and not for the next attempt. */
export const longFailingMs = 24 * hour;
/** While nothing changes but the time, a failure is not noted again. */
export const sameFailureNoteMs = 10 * minute;

/** A grant unused for this long is refreshed by the hourly job, so that it does not end of disuse. */
export const idleGrantMs = 14 * 24 * hour;
/** Grants that one hourly job refreshes at most; the next ones follow an hour later. */
export const idleGrantsAtOnce = 10;

/** Atlassian wants stored account ids reported every 7 days (Forge, "User privacy guide"); a little sooner is safe. */
export const accountReportMs = 6.5 * 24 * hour;
export const accountsPerReport = 90;

/** A reader's account that nobody used for this long is disconnected, and forgotten when its reader was told for as long again. */
export const unusedAfterMs = 90 * 24 * hour;
/** Readers, and grants of readers, that one hourly job looks after by itself, and one event of the queue for the rest. */
export const readersAnHour = 200;
export const readersAnEvent = 25;
/** Events one after the other that find nothing to be done, because queries lag behind; then the hourly job goes on. */
export const idleEvents = 5;
export const idleEventPauseMs = 10_000;
/** Readers whose tokens are revoked side by side before the app leaves a site, and of how many that may be tried. */
export const revokedSideBySide = 8;
export const revokedWhenLeaving = 2000;
/** With less time than this left, no further reader is begun with. */
export const oneReaderMs = 15_000;

/** A yes of Confluence (admin, may read) is kept in memory this long, never a no. */
export const verdictKeptMs = minute;

export const nameLength = 100;
/** Of the labels of columns and variables. */
export const labelLength = 100;
/** Colors of the values of one status column. */
export const statusRulesCount = 30;
export const descriptionLength = 500;
export const urlLength = 2000;
export const scopesLength = 4000;
export const secretLength = 4000;
export const clientIdLength = 500;
export const parametersCount = 50;
export const parameterLength = 2000;
export const allowedSpacesCount = 500;

/** Most that one reading may take, whatever a data source allows; the platform lets an invocation send 100 requests. */
export const readLimitBounds = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20 };
/** The limits of a data source that names none. */
export const usualReadLimits = { ...readLimitBounds };
/** Levels of nesting in a response. */
export const responseDepth = 200;
export const variablesCount = 50;
/** Characters of one value that a reader gives, and of all of them together. */
export const variableValueLength = 2000;
export const variableValuesLength = 30_000;
/** Entries of a list that an admin writes, and those that travel at once from another panel's rows. */
export const fixedEntriesCount = 200;
export const panelEntriesCount = 500;
/** Snapshots kept of one panel for values that readers give, beside those for its defaults. */
export const variantsCount = 50;
/** The same of the rows that one reader's own account brought. */
export const ownVariantsCount = 5;
export const bodyLength = 30_000;
/** Of a response that a document describes: its JSON text, and the address with all that could be sent. */
export const exampleLength = 300_000;
export const exampleUrlLength = 10_000;
export const selectorLength = 1000;
/** Values of a response that lead to its next page. */
export const pageValuesCount = 10;
/** Secrets of one data source: its authentication's and those in headers and token parameters. */
export const secretsCount = 60;
/** Of the settings of one data source, or of one panel, as JSON. */
export const settingsBytes = 150_000;

/** Characters of one text in a frame, read or computed; longer ones are cut. */
export const maxTextLength = 8000;
