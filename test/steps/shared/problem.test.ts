import { staleReasonOf } from '../../../src/panel/load/stale-reason';
import type { Actor, ProblemCode, ProblemReply } from '../../../src/shared/problem';
import { addressed, Problem, problemCodes, toProblemReply } from '../../../src/shared/problem';
import { whoCanAct } from '../../../src/shared/who-can-act';

const remedy = 'An admin can check its URL.';

describe('a problem', () => {
  it('says what happened, then the remedy', () => {
    const problem = new Problem('remote-not-found', 'Orders API has nothing at this address.', { remedy });
    expect(problem.message).toBe('Orders API has nothing at this address. An admin can check its URL.');
    expect(toProblemReply(problem, 'everyone')).toMatchObject({ message: problem.message, namesActor: true });
  });

  it('names nobody who can act without a remedy', () => {
    const problem = new Problem('remote-timeout', 'Orders API took too long.');
    expect(problem.message).toBe('Orders API took too long.');
    expect(toProblemReply(problem, 'everyone').namesActor).toBeUndefined();
  });

  it('tells readers less of what happened, and the same remedy', () => {
    const problem = new Problem('response-unreadable', 'The element <secret> is not closed.', {
      readerMessage: 'The response has an error.',
      remedy,
      detail: 'the remote’s own words',
      remoteCode: 'x',
    });
    const reply = toProblemReply(problem, 'everyone');
    expect(reply.message).toBe('The response has an error. An admin can check its URL.');
    expect([reply.detail, reply.remoteCode]).toEqual([undefined, undefined]);
    expect(toProblemReply(problem, 'admin').message).toBe('The element <secret> is not closed. Check its URL.');
    const usually = new Problem('remote-failed', 'Orders failed.', { remedy: 'If it lasts, an admin can test it.' });
    expect(toProblemReply(usually, 'admin').message).toBe('Orders failed. If it lasts, test it.');
  });
});

/** Codes whose own words everybody reads, after the name of the panel, or as they are. All others have a sentence. */
const namedWords: readonly ProblemCode[] = [
  'host-not-allowed',
  'port-not-allowed',
  'host-unknown',
  'certificate-invalid',
  'remote-unreachable',
  'remote-timeout',
  'remote-refused',
  'remote-not-found',
  'remote-rate-limited',
  'remote-failed',
  'remote-error',
  'sign-in-page',
  'response-too-large',
  'response-unreadable',
  'visual-unsuited',
];
const ownWords: readonly ProblemCode[] = [
  'invalid-input',
  'not-found',
  'forbidden',
  'conflict',
  'record-unreadable',
  'record-newer',
  'connect-needed',
  'busy',
  'internal',
];

describe.each(problemCodes)('of %s', (code) => {
  const forAdmins = {
    what: 'The Client Secret of the app in Certificates & secrets has expired, as $.error.secret says.',
    remedy: 'An admin can enter the new one in the field Client Secret.',
    readerMessage: 'The Client Secret has expired.',
  };
  const secrets = {
    detail: 'AADSTS7000222: The provided client secret keys for app 12345 are expired.',
    remoteCode: 'invalid_client',
    cause: 'the whole response',
  };
  const areWordsForAll = [...namedWords, ...ownWords].includes(code);
  const { what, ...words } = areWordsForAll ? { what: 'Something happened.' } : forAdmins;
  const problem = new Problem(code, what, { ...words, ...secrets });

  it('an admin reads all there is', () => {
    const reply = toProblemReply(problem, 'admin');
    expect(reply).toMatchObject({
      code,
      message: addressed(problem.message),
      detail: secrets.detail,
      remoteCode: 'invalid_client',
    });
    expect(JSON.stringify(reply)).not.toContain(secrets.cause);
  });

  it.each(['reader', 'editor'] as const)('a %s reads of which panel it is, what happened and who can act', (viewer) => {
    const reply = toProblemReply(problem.ofPanel('People'), 'everyone');
    const text = JSON.stringify(reply);
    expect(text).not.toMatch(/AADSTS|invalid_client|secret|Certificates|12345|the whole response|\$\./i);
    expect(reply.message).toMatch(/^[A-Z].*\.$/);
    expect(reply.message.startsWith('The rows of “People” ')).toBe(!ownWords.includes(code));
    expect(reply.message.includes('Something happened.')).toBe(areWordsForAll);
    expect(
      reply.actor === viewer || reply.actor === 'reader' || reply.namesActor || whoCanAct(reply, viewer),
    ).toBeTruthy();
    if (!areWordsForAll) expect(reply.message).toMatch(/\. An admin can .*\.$/);
  });

  it('older rows are shown with the same words, and with who can help', () => {
    const reason = staleReasonOf(problem, 'People');
    expect(reason.startsWith(toProblemReply(problem.ofPanel('People'), 'everyone').message)).toBe(true);
    expect(reason).toMatch(problem.kind.actor === 'reader' ? /\.$/ : /\b(?:admin|editor of this page|owner) can\b/);
  });
});

describe('who can act', () => {
  it.each<[Actor, Actor, RegExp | undefined]>([
    ['admin', 'reader', /Confluence admin/],
    ['admin', 'editor', /Confluence admin/],
    ['admin', 'admin', undefined],
    ['editor', 'reader', /editor of this page/],
    ['editor', 'editor', undefined],
    ['remote', 'admin', /API’s owner/],
    ['reader', 'editor', undefined],
  ])('where it is the %s, and the %s looks: %s', (actor, viewer, told) => {
    if (told) expect(whoCanAct({ actor }, viewer)).toMatch(told);
    else expect(whoCanAct({ actor }, viewer)).toBeUndefined();
  });

  it('is not told twice', () => {
    const named: Pick<ProblemReply, 'actor' | 'namesActor'> = { actor: 'admin', namesActor: true };
    expect(whoCanAct(named, 'reader')).toBeUndefined();
    expect(whoCanAct(named, 'editor')).toBeUndefined();
  });
});
