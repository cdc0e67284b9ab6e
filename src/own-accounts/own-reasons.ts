/** Why an account of a reader's own has to be connected again, in sentences for that reader. */
export const ownReasons = {
  changed: 'An admin changed this connection.',
  allDisconnected: 'An admin disconnected the accounts of all readers.',
  ended: 'Your sign-in has ended at the service.',
  refused: 'The service no longer accepts your sign-in.',
  unused: 'Your account was disconnected because it was not used for 90 days.',
} as const;

const known: readonly string[] = Object.values(ownReasons);

/** The reason of a grant as its reader is told it: one of our own as it is, any other says more than readers are told. */
export const reasonForReaders = (reason: string | undefined): string =>
  reason !== undefined && known.includes(reason) ? reason : ownReasons.ended;
