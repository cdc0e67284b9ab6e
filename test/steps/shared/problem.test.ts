import type { Actor, ProblemReply } from '../../../src/shared/problem';
import { Problem, toProblemReply } from '../../../src/shared/problem';
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
