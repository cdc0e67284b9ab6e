/**
 * The names of all keys in storage, in one place. Characters the platform allows: letters, digits, `: . _ - #`, space.
 */

/** What panels left under their data sources before there was a catalog. Open. */
export const formerReferencePrefix = 'panel-ref:';

/** What an unsaved form said when *Authenticate* was clicked. Open; names its secret. */
export const draftKey = (draftId: string) => `draft:${draftId}`;
export const draftPrefix = 'draft:';

/** The authorizations one account has pending. Open. */
export const pendingIndexKey = (accountId: string) => `pending-of:${accountId}`;

/** How one attempt to authenticate went. Open. */
export const attemptKey = (attemptId: string) => `attempt:${attemptId}`;

/** Marks a state as taken. Open; its first writer is the taker. */
export const spentKey = (stateHash: string) => `spent:${stateHash}`;

/** The frozen copy of one flow between click and callback. Secret. */
export const pendingKey = (stateHash: string) => `pending:${stateHash}`;

/** What came back from a reader's sign-in, for the one who brings its handle. Secret. */
export const handbackKey = (handleHash: string) => `handback:${handleHash}`;

/** A reader's account that was signed in to, until they say yes. Open; names its token set. */
export const unconfirmedKey = (attemptId: string) => `unconfirmed:${attemptId}`;
export const unconfirmedPrefix = 'unconfirmed:';

/** When something was done that may be done only so often, lately. Open. */
export const rateKey = (what: string, who: string) => `rate:${what}:${who}`;

/** The secrets of one data source or draft, under a name used once. Secret. */
export const credentialsKey = (ownerId: string, nonce: string) => `credentials:${ownerId}:${nonce}`;

/** Names a record of `credentialsKey`, because secrets cannot be listed. Open; lives as long as the secret. */
export const credentialsIndexKey = (secretKey: string) => `index-of-${secretKey}`;
export const credentialsIndexPrefix = 'index-of-credentials:';

/** One token set, under a name used once. Secret. */
export const tokenSetKey = (grantId: string, rev: number, nonce: string) => `tok:${grantId}:${rev}:${nonce}`;

/** Until when a data source wants to be left alone: by all, or by a reader's own account, which the key does not tell. Open. */
export const upstreamWaitKey = (dataSourceId: string, identityHash?: string) =>
  identityHash === undefined ? `remote-wait:${dataSourceId}` : `remote-wait:${dataSourceId}:${identityHash}`;

/** Which readers' own accounts a data source told to wait in the last minute, none of whom it tells. Open. */
export const toldToWaitKey = (dataSourceId: string) => `told-to-wait:${dataSourceId}`;

/** What readers' own grants have met at the token endpoint of a data source in common. Open. */
export const tokenTroubleKey = (dataSourceId: string) => `token-trouble:${dataSourceId}`;

/** How readings with readers' own accounts failed today. Open; names nobody. */
export const ownFailuresKey = (dataSourceId: string) => `own-failures:${dataSourceId}`;

/** How far an admin's test of a data source is. Open. */
export const testProgressKey = (accountId: string, testId: string) => `test-progress:${accountId}:${testId}`;

/** The head of a panel's snapshot for given inputs and identity; names its chunks. Open. */
export const snapshotKey = (panelId: string, hash: string) => `snapshot:${panelId}:${hash}`;
export const snapshotPrefix = (panelId?: string) => (panelId === undefined ? 'snapshot:' : `snapshot:${panelId}:`);

/** The same for rows that readers are not shown yet. Open. */
export const snapshotAsideKey = (panelId: string, hash: string) => `snapshot-aside:${panelId}:${hash}`;
export const snapshotAsidePrefix = (panelId?: string) =>
  panelId === undefined ? 'snapshot-aside:' : `snapshot-aside:${panelId}:`;

/** Where a reading goes on that was left between two pages, under a name used once. Secret. */
export const nextPlaceKey = (flightId: string, holder: string, n: number) => `next:${flightId}:${holder}:${n}`;

/** On which pages a panel was seen lately. Open. */
export const shownPagesKey = (panelId: string) => `shown-on:${panelId}`;

/** Which panel is shown in place of one that was deleted. Open; lives as long as pages may name that one. */
export const successorKey = (panelId: string) => `successor:${panelId}`;
export const successorPrefix = 'successor:';

/** Which snapshots a panel has for values that readers gave. Open. */
export const variantsKey = (panelId: string) => `variants:${panelId}`;

/** One chunk of a snapshot, under a name used once. Open. */
export const snapshotChunkKey = (writeId: string, index: number) =>
  isOfOwnRows(writeId) ? `${writeId}:${index}` : `snapshot-chunk:${writeId}:${index}`;

/** All rows that are kept of a reader's own accounts: of all data sources, of one, or of one panel. Open. */
export const ownRowsPrefix = (accountId: string, dataSourceId?: string, panelId?: string) =>
  ['own-rows', accountId, dataSourceId, panelId].filter((part) => part !== undefined).join(':') + ':';

/** Whether what is kept under the key, or in the chunks of that name, is of rows that a reader's own account brought. */
export const isOfOwnRows = (name: string): boolean => name.startsWith('own-rows:');

/** Says which chunks one write made, from before the first to after the last is gone. Open. */
export const snapshotWriteKey = (writeId: string) => `snapshot-write:${writeId}`;
export const snapshotWritePrefix = 'snapshot-write:';

/** How the last readings of a data source went. Open. */
export const healthKey = (dataSourceId: string) => `health:${dataSourceId}`;
export const healthPrefix = 'health:';

/** What the last hourly job did, and when stored accounts were reported last. Open. */
export const lastUpkeepKey = 'upkeep:last';
/** All records that upkeep clears away are in the index by which it finds them. Open. */
export const expiryIndexedKey = 'upkeep:expiry-indexed';
export const accountsReportedKey = 'upkeep:accounts-reported';
/** Closed accounts of which something may still be stored. Open; gone once they are erased. */
export const erasingKey = 'upkeep:erasing';
