import fc from 'fast-check';
import type { LoadRequest, ProblemReply, RowWindow } from '../../../../src/shared/contract';
import type { SavedSettings } from '../../../../static/macro/macro-config';
import type { SessionState } from '../../../../static/macro/session-state';
import { openedSession } from '../../../../static/macro/session-state';
import type { SessionEvent, SessionStep, SettledReply } from '../../../../static/macro/session-step';
import { sessionStep } from '../../../../static/macro/session-step';
import { type LoadedReply, reply, rowsFrom } from '../../../support/load-replies';

const firstPage: RowWindow = { offset: 0, count: 25 };
const secondPage: RowWindow = { offset: 25, count: 25 };
const problem: ProblemReply = { code: 'busy', title: 'Busy', message: 'Wait.', actor: 'reader', retry: true };
const inputNeeded: SettledReply = { state: 'input-needed', title: 'Staff', missing: ['team'], variables: [] };
const whole = reply({ rows: [[1], [2]], matchingRows: 2, totalRows: 2, whole: true });

function opened(settings: Partial<SavedSettings> = {}): SessionState {
  const before = openedSession('p1', { values: {}, uses: {}, ...settings }, {});
  return sessionStep(before, { kind: 'opened' }).state;
}

const answered = (state: SessionState, reply: SettledReply): SessionStep =>
  sessionStep(state, { kind: 'answered', turn: state.turn, reply: reply });

/** A session that shows this reply and has nothing under way. */
const showing = (shown: LoadedReply): SessionState => answered(opened(), shown).state;
const pages = showing(rowsFrom(0, 25, 100));

describe('what a session asks for', () => {
  const cases: [string, SessionState, SessionEvent, Partial<LoadRequest> | undefined][] = [
    ['the page that the reader turns to', pages, { kind: 'window-chosen', window: secondPage }, { window: secondPage }],
    ['nothing for a page that is here', showing(whole), { kind: 'window-chosen', window: secondPage }, undefined],
    ['new rows of the window that is shown', pages, { kind: 'refreshed' }, { window: firstPage, refresh: true }],
    [
      'new rows still, when the reader turns the page before they came',
      sessionStep(pages, { kind: 'refreshed' }).state,
      { kind: 'window-chosen', window: secondPage },
      { window: secondPage, refresh: true },
    ],
    ['the same once more', pages, { kind: 'retried' }, { window: firstPage }],
    [
      'the first page for other values',
      sessionStep(pages, { kind: 'window-chosen', window: secondPage }).state,
      { kind: 'values-set', values: { team: 'ops' } },
      { window: firstPage, values: { team: 'ops' } },
    ],
    [
      'the last page when the rows have become fewer',
      sessionStep(pages, { kind: 'window-chosen', window: { offset: 75, count: 25 } }).state,
      { kind: 'answered', turn: 2, reply: reply({ offset: 75, matchingRows: 60, totalRows: 60 }) },
      { window: { offset: 50, count: 25 } },
    ],
    [
      'pages as long as the panel has them',
      opened(),
      { kind: 'answered', turn: 1, reply: { ...rowsFrom(0, 25, 100), rowsPerPage: 50 } },
      { window: { offset: 0, count: 50 } },
    ],
    [
      'newer rows behind old ones',
      opened(),
      { kind: 'answered', turn: 1, reply: { ...rowsFrom(0, 25, 100), askAgainMs: 0 } },
      { window: firstPage, refetch: true },
    ],
    ['nothing after a problem', opened(), { kind: 'answered', turn: 1, reply: problem }, undefined],
  ];

  it.each(cases)('%s', (_, state, event, request) => {
    const { next } = sessionStep(state, event);
    expect(next?.request).toEqual(request && { panelId: 'p1', ...request });
  });

  it.each([
    [0, 0],
    [900, 900],
    [10, 250],
    [1e9, 30_000],
  ])('newer rows after a pause within bounds: %d ms becomes %d ms', (askAgainMs, afterMs) => {
    expect(answered(opened(), { ...rowsFrom(0, 25, 100), askAgainMs }).next?.afterMs).toBe(afterMs);
  });

  it('newer rows for a quarter of an hour, and then no more', () => {
    let step = answered(opened(), { ...rowsFrom(0, 25, 100), askAgainMs: 30_000 });
    for (let looks = 1; looks < 30; looks++)
      step = answered(step.state, { ...rowsFrom(0, 25, 100), askAgainMs: 30_000 });
    expect(step.next).toBeDefined();
    expect(answered(step.state, { ...rowsFrom(0, 25, 100), askAgainMs: 30_000 }).next).toBeUndefined();
  });
});

describe('what a session shows', () => {
  it('keeps the rows and goes back to their window when a request fails', () => {
    const { state } = sessionStep(pages, { kind: 'window-chosen', window: secondPage });
    expect(answered(state, problem).state.shown).toEqual({ ...pages.shown, problem });
  });

  it('has what is missing in place of rows', () => {
    const { shown } = answered(sessionStep(pages, { kind: 'refreshed' }).state, inputNeeded).state;
    expect(shown).toMatchObject({ loaded: undefined, busy: 'no', needed: { title: 'Staff', missing: ['team'] } });
  });

  it('has the card of an account in place of rows, also of those that it has just looked behind', () => {
    const card = { dataSourceId: 'd1', service: 'Tickets', host: 'login.example.com', scopes: [] };
    const connect: SettledReply = { state: 'connect', title: 'Staff', card };
    const { shown } = answered(pages, connect).state;
    expect(shown).toMatchObject({ loaded: undefined, busy: 'no', connect: { title: 'Staff', card } });
    expect(answered({ ...pages, shown }, whole).state.shown).toMatchObject({ loaded: whole, connect: undefined });
  });

  it('says how far a read is: waiting where nothing is here, quietly behind rows', () => {
    const pending = { state: 'pending', askAgainMs: 900, progress: { pagesRead: 2, rowsRead: 200 } } as const;
    const word = (state: SessionState) => sessionStep(state, { kind: 'pending', turn: state.turn, reply: pending });
    expect(word(opened()).state.shown).toMatchObject({ busy: 'pending', progress: pending.progress });
    expect(word(pages).state.shown).toMatchObject({ busy: 'no', progress: pending.progress });
  });

  it('does not take a failed look for newer rows for a problem', () => {
    expect(answered(pages, problem).state.shown).toEqual({ ...pages.shown, progress: undefined });
  });
});

describe('any course of a session', () => {
  const window = fc.record({ offset: fc.nat({ max: 90 }), count: fc.integer({ min: 1, max: 50 }) });
  const loaded = fc
    .tuple(fc.nat({ max: 90 }), fc.nat({ max: 50 }), fc.option(fc.nat({ max: 60_000 }), { nil: undefined }))
    .map(([offset, count, askAgainMs]) => ({ ...rowsFrom(offset, count, 100), askAgainMs }));
  const event = (turn: number): fc.Arbitrary<SessionEvent> =>
    fc.oneof(
      fc.record({ kind: fc.constantFrom('refreshed' as const, 'retried' as const) }),
      fc.record({ kind: fc.constant('window-chosen' as const), window }),
      fc.record({
        kind: fc.constant('values-set' as const),
        values: fc.dictionary(fc.constantFrom('a', 'b'), fc.string()),
      }),
      fc.record({
        kind: fc.constant('answered' as const),
        turn: fc.integer({ min: Math.max(0, turn - 1), max: turn }),
        reply: fc.oneof<fc.Arbitrary<SettledReply>[]>(loaded, fc.constant(problem), fc.constant(inputNeeded)),
      }),
    );

  it('ends with the answer to its latest request, whatever came before', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.gen(), (events, gen) => {
        let state = opened();
        for (let count = 0; count < events; count++) {
          const next = gen(event, state.turn);
          const step = sessionStep(state, next);
          if ('turn' in next && next.turn !== state.turn) expect(step.state).toBe(state);
          expect(step.state.turn).toBeGreaterThanOrEqual(state.turn);
          if (step.next) expect(step.next).toMatchObject({ turn: step.state.turn, request: step.state.request });
          expect(step.state.shown.busy === 'no' || step.state.shown.window === step.state.request.window).toBe(true);
          state = step.state;
        }
        expect(answered(state, whole).state.shown).toMatchObject({ busy: 'no', loaded: whole, problem: undefined });
      }),
    );
  });
});

describe('a list that is read on', () => {
  const part = (rows: number, more: Partial<LoadedReply> = {}): LoadedReply => {
    const shown = rowsFrom(0, 25, Math.min(rows, 1000));
    const reading = { ...shown.reading, id: 'reading', rowsRead: rows };
    return { ...shown, reading, part: { rows, pages: 1 }, askAgainMs: 1000, ...more };
  };
  const growing = showing(part(1000));
  const sorted: RowWindow = { ...firstPage, sorts: [{ column: 'c0', direction: 'descending' }] };

  it('has its ticket brought at once, and is looked at beside that', () => {
    const { next, carry } = answered(opened(), part(1000, { ticket: 'ticket' }));
    expect(carry?.request).toMatchObject({ window: firstPage, carry: 'ticket' });
    expect(carry?.afterMs).toBeUndefined();
    expect(next?.request).not.toHaveProperty('carry');
    expect(next?.afterMs).toBeGreaterThanOrEqual(900);
  });

  it('is looked at more and more seldom', () => {
    let state = growing;
    const pauses = Array.from({ length: 5 }, () => {
      const step = answered(state, part(1000));
      state = step.state;
      return Math.round((step.next?.afterMs ?? 0) / 1000);
    });
    expect(pauses[0]).toBe(2);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(9);
  });

  it('is not looked at any more once it is complete', () => {
    expect(answered(growing, rowsFrom(0, 25, 5000)).next).toBeUndefined();
  });

  it('keeps the newer rows where earlier ones come late', () => {
    const { state } = answered(growing, part(3000));
    expect(answered(state, part(2000)).state).toBe(state);
  });

  it('is looked at as far as it is shown where it is sorted, until the reader wants more', () => {
    const upTo = { reading: 'reading', rows: 1000 };
    const step = sessionStep(growing, { kind: 'window-chosen', window: sorted });
    expect(step.next?.request).toMatchObject({ window: sorted, upTo });
    const more = sessionStep(answered(step.state, part(3000)).state, { kind: 'more-wanted' });
    expect(more.next?.request).not.toHaveProperty('upTo');
    expect(sessionStep(growing, { kind: 'more-wanted' }).next?.request.keepTop).toBeUndefined();
  });

  it('goes along with the row at the top to the page that holds it among more rows, unless the reader has turned to another', () => {
    const turned = sessionStep(growing, { kind: 'window-chosen', window: { ...sorted, offset: 25 } });
    const more = sessionStep(answered(turned.state, part(1000)).state, { kind: 'more-wanted' });
    const keepTop = { reading: 'reading', rows: 1000 };
    expect(more.next?.request).toMatchObject({ window: { ...sorted, offset: 25 }, keepTop });
    const moved = rowsFrom(2975, 25, 3000);
    const { state, next } = answered(more.state, moved);
    expect(state.shown.window).toEqual({ ...sorted, offset: 2975 });
    expect(next).toBeUndefined();
    const last = rowsFrom(2975, 10, 2985);
    expect(answered(more.state, last).state.shown.window).toEqual({ ...sorted, offset: 2975 });
    const again = sessionStep(more.state, { kind: 'window-chosen', window: sorted });
    expect(again.next?.request.keepTop).toBeUndefined();
    expect(answered(again.state, rowsFrom(0, 25, 3000)).state.shown.window).toEqual(sorted);
  });

  it('is read further in its own order without a bound', () => {
    const { next } = sessionStep(growing, { kind: 'window-chosen', window: secondPage });
    expect(next?.request).not.toHaveProperty('upTo');
  });

  it('is shown as a whole once nothing more comes, unless the reader has been at it', () => {
    const all = part(1000, { part: { rows: 3000, pages: 3 }, askAgainMs: undefined });
    const { next } = answered(growing, all);
    expect(next?.request).toEqual({ panelId: 'p1', window: firstPage });
    const touched = sessionStep(growing, { kind: 'touched' }).state;
    expect(sessionStep(touched, { kind: 'touched' }).state).toBe(touched);
    expect(answered(touched, all).next).toBeUndefined();
  });
});
