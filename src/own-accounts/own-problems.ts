import { Problem, type ProblemCode } from '../shared/problem';

/** The problems of connecting an account of one's own. Readers are told nothing of clients, secrets and settings. */

/** A sign-in that somebody else began; it names nobody. */
export const begunBySomebodyElse = () =>
  new Problem('forbidden', 'This sign-in was begun by somebody else. Nothing was given away.');

/** What the one who began is told of that. */
export const openedBySomebodyElse = () =>
  new Problem(
    'forbidden',
    'Somebody else was logged in to Confluence where this sign-in ended, so nothing was connected.',
    {
      remedy: 'Connect your account again in the browser in which you are logged in to Confluence.',
    },
  );

export const signInIsOver = () =>
  new Problem('not-found', 'This sign-in has already been used, or took too long.', {
    remedy: 'Connect your account again from the page.',
  });

export const changedSinceBegun = () =>
  new Problem('conflict', 'An admin changed this connection during your sign-in.', {
    remedy: 'Connect your account again from the page.',
  });

export const notConfirmed = () => new Problem('forbidden', 'You chose not to connect the account.');

export const noAccountsOfReaders = () =>
  new Problem('conflict', 'Readers do not connect accounts of their own here.', { remedy: 'Reload the page.' });

const forReaders: Partial<Record<ProblemCode, string>> = {
  'authorization-denied': 'The service did not grant access, so nothing was connected.',
  'callback-invalid': 'The sign-in did not end as it should, so nothing was connected.',
  'host-not-allowed': 'An admin has to approve a host of this service before accounts can be connected.',
};
const failed = 'The service did not complete the sign-in.';
/** Some services give a minute from the consent to this point, which a login in between uses up. */
const late = 'The service no longer accepted the sign-in, because too much time had passed since you signed in there.';

/** The same problem in words for the reader whose sign-in it ended; others than problems are bugs. */
export function toldToReader(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, details, what } = error;
  if (error.kind.forReaders === 'own') return new Problem(code, details.readerMessage ?? what, details);
  return new Problem('connect-needed', sentenceFor(error), {
    ...details,
    readerMessage: undefined,
    remedy: 'You can connect your account again.',
  });
}

function sentenceFor({ code, details }: Problem): string {
  const isLate = code === 'exchange-failed' && details.refused === 'grant';
  return isLate ? late : (forReaders[code] ?? failed);
}
