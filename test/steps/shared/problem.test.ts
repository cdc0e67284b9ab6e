import type { Actor, ProblemReply } from '../../../src/shared/problem';
import { Problem, problemCodes, toProblemReply } from '../../../src/shared/problem';
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
    const problem = new Problem('selector-matched-nothing', '$.secret matched nothing.', {
      readerMessage: 'The rows are not where this panel looks for them.',
      remedy,
      detail: 'the remote’s own words',
      remoteCode: 'x',
    });
    const reply = toProblemReply(problem, 'everyone');
    expect(reply.message).toBe('The rows are not where this panel looks for them. An admin can check its URL.');
    expect([reply.detail, reply.remoteCode]).toEqual([undefined, undefined]);
    expect(toProblemReply(problem, 'admin').message).toBe('$.secret matched nothing. An admin can check its URL.');
  });
});

describe.each(problemCodes)('of %s', (code) => {
  const secrets = {
    what: 'The Client Secret of the app in Certificates & secrets has expired.',
    remedy: 'An admin can enter the new one in the field Client Secret.',
    detail: 'AADSTS7000222: The provided client secret keys for app 12345 are expired.',
    remoteCode: 'invalid_client',
    cause: 'the whole response',
  };
  const { what, ...details } = secrets;
  const isAboutSignIn = new Problem(code, '').kind.forReaders !== undefined;
  const problem = new Problem(code, isAboutSignIn ? what : 'Something happened.', {
    ...details,
    remedy: isAboutSignIn ? details.remedy : undefined,
  });

  it('an admin reads all there is', () => {
    const reply = toProblemReply(problem, 'admin');
    expect(reply).toMatchObject({
      code,
      message: problem.message,
      detail: details.detail,
      remoteCode: 'invalid_client',
    });
    expect(JSON.stringify(reply)).not.toContain(details.cause);
  });

  it('everybody else reads a sentence without the provider’s words and the whereabouts of secrets, and who can act', () => {
    const reply = toProblemReply(problem, 'everyone');
    const text = JSON.stringify(reply);
    expect(text).not.toMatch(/AADSTS|invalid_client|client secret|Certificates|12345|the whole response/i);
    expect(reply.message).toBe(problem.readerMessage);
    expect(reply.message).toMatch(/^[A-Z“].*\.$/);
    expect(reply.actor === 'reader' || reply.namesActor || whoCanAct(reply, 'reader')).toBeTruthy();
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
