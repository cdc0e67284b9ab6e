import type { LoadReply, LoadRequest, ProblemReply } from '../../../../src/shared/contract';
import type { PanelScreen, PanelSession, SessionPorts } from '../../../../static/macro/panel-session';
import type { SessionStart } from '../../../../static/macro/session-state';
import { openPanelSession } from '../../../../static/macro/panel-session';
import type { SavedSettings } from '../../../../static/macro/macro-config';
import { CallError } from '../../../../static/shared/call-error';
import { type LoadedReply, reply, rowsFrom } from '../../../support/load-replies';

const problem: ProblemReply = {
  code: 'remote-failed',
  title: 'Failed',
  message: 'It failed.',
  actor: 'remote',
  retry: true,
};

/** The reply as one behind which newer rows can be had. */
function stale(shown: LoadedReply, askAgainMs: number): LoadedReply {
  return { ...shown, askAgainMs };
}

/** A session whose calls are answered by hand, in any order. */
class Desk {
  readonly calls: {
    request: LoadRequest;
    reader: LoadRequest['reader'];
    reply: (value: LoadReply) => void;
    fail: (error: unknown) => void;
  }[] = [];
  readonly waits: number[] = [];
  private now = 0;
  readonly session: PanelSession;
  private latest: PanelScreen | undefined;

  constructor(settings: Partial<SavedSettings> = {}, start: SessionStart = {}) {
    const ports = {
      load: ({ reader, ...request }: LoadRequest) =>
        new Promise<LoadReply>((reply, fail) => void this.calls.push({ request, reader, reply, fail })),
      wait: (ms: number) => {
        this.waits.push(ms);
        return Promise.resolve();
      },
      changed: (screen: PanelScreen) => {
        this.latest = screen;
      },
      reader: () => ({ locale: 'en', timeZone: 'UTC', now: (this.now += 1000) }),
      columnValues: () => Promise.resolve({ state: 'values', values: [{ value: 'x', count: 2 }], total: 1 }),
      variableEntries: () => Promise.resolve({ state: 'entries', entries: [{ value: 'x', label: 'X' }], cut: false }),
    } satisfies SessionPorts;
    this.session = openPanelSession('p1', { values: {}, uses: {}, ...settings }, ports, start);
  }

  get screen(): PanelScreen {
    if (!this.latest) throw new Error('Nothing was shown yet.');
    return this.latest;
  }

  async reply(call: number, value: LoadReply): Promise<void> {
    this.calls[call]?.reply(value);
    await this.settled();
  }

  async fail(call: number): Promise<void> {
    this.calls[call]?.fail(new CallError(problem));
    await this.settled();
  }

  request(call: number): LoadRequest | undefined {
    return this.calls[call]?.request;
  }

  settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a panel on the screen', () => {
  it('asks at once for the first page and shows it', async () => {
    const desk = new Desk();
    expect(desk.request(0)).toEqual({ panelId: 'p1', window: { offset: 0, count: 25 } });
    expect(desk.screen).toMatchObject({ busy: 'asking' });
    await desk.reply(0, rowsFrom(0, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', window: { offset: 0, count: 25 } });
    expect(desk.calls).toHaveLength(1);
  });

  it('has its rows written for the moment of the call that brought them', async () => {
    const desk = new Desk();
    const first = desk.calls[0]?.reader;
    expect(first).toMatchObject({ locale: 'en', timeZone: 'UTC' });
    await desk.reply(0, rowsFrom(0, 25, 100));
    expect(desk.screen.reader).toBe(first);
    desk.session.show({ offset: 0, count: 25, search: 'today' });
    expect(desk.screen.reader).toBe(first);
    await desk.reply(1, rowsFrom(0, 25, 60));
    expect(desk.screen.reader).toBe(desk.calls[1]?.reader);
    expect(desk.screen.reader.now).toBeGreaterThan(first?.now ?? NaN);
    void desk.screen.source.rows({ offset: 25, count: 25 });
    await desk.settled();
    expect(desk.calls[2]?.reader).toBe(desk.screen.reader);
  });

  it('takes the rows per page from the macro, else from the panel', async () => {
    const own = new Desk({ rowsPerPage: 10 });
    expect(own.request(0)?.window.count).toBe(10);
    const desk = new Desk();
    await desk.reply(0, { ...rowsFrom(0, 25, 100), rowsPerPage: 50 });
    expect(desk.request(1)?.window).toEqual({ offset: 0, count: 50 });
    const few = new Desk();
    await few.reply(0, { ...rowsFrom(0, 25, 100), rowsPerPage: 10 });
    expect(few.screen.window.count).toBe(10);
    expect(few.calls).toHaveLength(1);
  });

  it('turns the pages of a whole view without a call', async () => {
    const desk = new Desk();
    await desk.reply(0, reply({ rows: [[1], [2]], matchingRows: 2, totalRows: 2, whole: true }));
    desk.session.show({ offset: 0, count: 10, search: 'x' });
    expect(desk.screen).toMatchObject({ busy: 'no', window: { search: 'x' } });
    expect(desk.calls).toHaveLength(1);
  });

  it('keeps the rows while others are awaited, and drops answers that come too late', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 25, count: 25 });
    desk.session.show({ offset: 50, count: 25 });
    expect(desk.screen).toMatchObject({ busy: 'asking', loaded: { view: { offset: 0 } } });
    await desk.reply(2, rowsFrom(50, 25, 100));
    await desk.reply(1, rowsFrom(25, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { offset: 50 } }, window: { offset: 50 } });
  });

  it('returns to the rows it has when a call fails, and tries the same again', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 25, count: 25 });
    await desk.fail(1);
    expect(desk.screen).toMatchObject({ busy: 'no', problem, window: { offset: 0 }, loaded: { view: { offset: 0 } } });
    desk.session.retry();
    expect(desk.request(2)).toEqual(desk.request(1));
    await desk.reply(2, rowsFrom(25, 25, 100));
    expect(desk.screen).toMatchObject({ problem: undefined, window: { offset: 25 } });
  });

  it('shows the problem alone when nothing was loaded, whatever was thrown', async () => {
    const desk = new Desk();
    desk.calls[0]?.fail(new TypeError('secret words'));
    await desk.settled();
    expect(desk.screen).toMatchObject({ busy: 'no', problem: { code: 'internal' } });
    expect(desk.screen.loaded).toBeUndefined();
    expect(JSON.stringify(desk.screen)).not.toContain('secret words');
  });

  it('asks again while the rows are being read elsewhere', async () => {
    const desk = new Desk();
    await desk.reply(0, { state: 'pending', askAgainMs: 900 });
    expect(desk.screen.busy).toBe('pending');
    expect(desk.waits).toEqual([900]);
    expect(desk.request(1)).toEqual(desk.request(0));
    await desk.reply(1, rowsFrom(0, 25, 100));
    expect(desk.screen.busy).toBe('no');
  });

  it('ends the asking with a problem when the rows never come', async () => {
    const desk = new Desk();
    for (let call = 0; call < 6; call += 1) await desk.reply(call, { state: 'pending', askAgainMs: 1e9 });
    expect(desk.screen).toMatchObject({ busy: 'no', problem: { code: 'busy', retry: true } });
    expect(desk.waits).toEqual([30_000, 30_000, 30_000]);
  });

  it('shows stale rows at once and fetches newer ones behind them', async () => {
    const desk = new Desk();
    await desk.reply(0, stale(rowsFrom(0, 25, 100), 0));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { totalRows: 100 } } });
    expect(desk.request(1)).toEqual({ ...desk.request(0), refetch: true });
    await desk.reply(1, rowsFrom(0, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { totalRows: 101 } } });
    expect(desk.calls).toHaveLength(2);
  });

  it('keeps stale rows without a word when newer ones do not come', async () => {
    const desk = new Desk();
    await desk.reply(0, stale(rowsFrom(0, 25, 100), 0));
    await desk.fail(1);
    expect(desk.screen).toMatchObject({ busy: 'no', problem: undefined, loaded: { view: { totalRows: 100 } } });
    expect(desk.calls).toHaveLength(2);
  });

  it('drops newer rows of the page that the reader has left meanwhile', async () => {
    const desk = new Desk();
    await desk.reply(0, stale(rowsFrom(0, 25, 100), 0));
    desk.session.show({ offset: 50, count: 25 });
    await desk.reply(1, rowsFrom(0, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'asking', loaded: { view: { totalRows: 100 } } });
    await desk.reply(2, rowsFrom(50, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { offset: 50 } } });
  });

  it('says how far a read in the background is, with and without rows, for as long as it takes', async () => {
    const desk = new Desk();
    const progress = { pagesRead: 2, rowsRead: 200 };
    for (let call = 0; call < 10; call += 1) await desk.reply(call, { state: 'pending', askAgainMs: 20_000, progress });
    expect(desk.screen).toMatchObject({ busy: 'pending', progress });
    await desk.reply(10, { ...stale(rowsFrom(0, 25, 200), 5000), progress });
    expect(desk.screen).toMatchObject({ busy: 'no', progress, loaded: { view: { totalRows: 200 } } });
    expect(desk.waits.at(-1)).toBe(5000);
    await desk.reply(11, rowsFrom(0, 25, 300));
    expect(desk.screen).toMatchObject({ busy: 'no', progress: undefined, loaded: { view: { totalRows: 300 } } });
  });

  it('asks again when the app was too busy to reply', async () => {
    const desk = new Desk();
    desk.calls[0]?.fail(new CallError({ ...problem, code: 'busy', retryAfterMs: 5000 }));
    await desk.settled();
    expect(desk.waits).toEqual([5000]);
    await desk.reply(1, rowsFrom(0, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', problem: undefined });
  });

  it('refreshes what is shown, and lets the reader sort meanwhile', async () => {
    const desk = new Desk();
    const rows = { rows: [[1], [2]], matchingRows: 2, totalRows: 2, whole: true };
    await desk.reply(0, reply(rows));
    desk.session.refresh();
    expect(desk.request(1)).toMatchObject({ refresh: true });
    desk.session.show({ offset: 0, count: 25, search: 'x' });
    expect(desk.calls).toHaveLength(2);
    await desk.reply(1, reply({ ...rows, rows: [[3]] }));
    expect(desk.screen).toMatchObject({ busy: 'no', window: { search: 'x' }, loaded: { view: { rows: [[3]] } } });
  });

  it('still refreshes when the reader turns the page of a large view before the answer', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.refresh();
    desk.session.show({ offset: 25, count: 25 });
    expect(desk.request(2)).toEqual({ panelId: 'p1', window: { offset: 25, count: 25 }, refresh: true });
  });

  it('goes to the last page when rows have become fewer', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 75, count: 25 });
    await desk.reply(1, reply({ offset: 75, matchingRows: 60, totalRows: 60 }));
    expect(desk.request(2)?.window).toEqual({ offset: 50, count: 25 });
  });

  it('makes pages smaller when a reply cannot carry them', async () => {
    const desk = new Desk({ rowsPerPage: 100 });
    await desk.reply(0, rowsFrom(0, 60, 1000));
    expect(desk.screen.window).toEqual({ offset: 0, count: 60 });
    expect(desk.calls).toHaveLength(1);
  });

  it('makes the rows anew for other values, drops the answers to those before, and keeps the rows meanwhile', async () => {
    const desk = new Desk({ values: { size: '10' } });
    expect(desk.request(0)).toEqual({ panelId: 'p1', window: { offset: 0, count: 25 }, values: { size: '10' } });
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 25, count: 25 });
    await desk.reply(1, rowsFrom(25, 25, 100));
    desk.session.setValues({ team: 'o' });
    desk.session.setValues({ team: 'ops' });
    expect(desk.request(3)).toEqual({
      panelId: 'p1',
      window: { offset: 0, count: 25 },
      values: { size: '10', team: 'ops' },
    });
    expect(desk.screen).toMatchObject({ busy: 'asking', loaded: { view: { offset: 25 } } });
    await desk.reply(3, rowsFrom(0, 5, 5));
    await desk.reply(2, rowsFrom(0, 9, 9));
    expect(desk.screen).toMatchObject({ busy: 'no', values: { team: 'ops' }, loaded: { view: { totalRows: 5 } } });
    desk.session.setValues({});
    expect(desk.request(4)).toMatchObject({ values: { size: '10' } });
  });

  it('takes no values of variables that the macro’s settings do not leave to the reader', () => {
    const desk = new Desk(
      { uses: { team: 'fixed', size: 'hidden', name: 'reader' }, values: { team: 'ops' }, hiddenColumns: ['c1'] },
      { values: { team: 'sales', size: '9', name: 'Ada', other: 'x' } },
    );
    expect(desk.request(0)).toEqual({
      panelId: 'p1',
      window: { offset: 0, count: 25 },
      values: { team: 'ops', name: 'Ada', other: 'x' },
      hiddenColumns: ['c1'],
    });
  });

  it('begins with the choice and order of rows that a link carries', () => {
    const window = { search: 'legal', sorts: [{ column: 'c1', direction: 'descending' as const }] };
    expect(new Desk({}, { window }).request(0)?.window).toEqual({ offset: 0, count: 25, ...window });
  });

  it('asks for the values that are missing, and shows rows once they are there', async () => {
    const desk = new Desk();
    const variables = [{ key: 'team', label: 'Team', type: 'text' as const, required: true, value: '' }];
    await desk.reply(0, { state: 'input-needed', title: 'Staff', missing: ['team'], variables });
    expect(desk.screen).toMatchObject({ busy: 'no', needed: { title: 'Staff', missing: ['team'] }, variables });
    desk.session.setValues({ team: 'ops' });
    await desk.reply(1, rowsFrom(0, 25, 100));
    expect(desk.screen).toMatchObject({ needed: undefined, loaded: { view: { totalRows: 100 } } });
  });

  it('says so when a refresh brought the same rows because they are too new', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    desk.session.refresh();
    await desk.reply(1, rowsFrom(0, 25, 100));
    expect(desk.screen.isJustRead).toBe(true);
    desk.session.refresh();
    await desk.reply(2, { ...rowsFrom(0, 25, 100), age: { fetchedAt: 2 } });
    expect(desk.screen.isJustRead).toBe(false);
  });

  it('keeps a view that is not one of rows', async () => {
    const desk = new Desk();
    const view = { visual: 'key-value' as const, columns: [], row: null, totalRows: 0 };
    await desk.reply(0, { ...rowsFrom(0, 0, 0), view });
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view } });
    expect(desk.calls).toHaveLength(1);
  });

  it('has further rows and values for the values of now, and none for those before', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    const { source } = desk.screen;
    const rows = source.rows({ offset: 50, count: 2 });
    expect(desk.request(1)).toEqual({ panelId: 'p1', window: { offset: 50, count: 2 } });
    await desk.reply(1, { state: 'pending', askAgainMs: 300 });
    await desk.reply(2, rowsFrom(50, 2, 100));
    expect(await rows).toEqual({ rows: [[50], [51]], offset: 50, matchingRows: 100, fetchedAt: 1 });
    expect(await source.columnValues('c1', '', 0)).toMatchObject({ values: [{ value: 'x', count: 2 }] });
    expect(await desk.session.entries('team', '')).toMatchObject({ entries: [{ label: 'X' }] });
    desk.session.setValues({ team: 'ops' });
    const late = expect(source.rows({ offset: 0, count: 1 })).rejects.toThrow(CallError);
    await desk.reply(4, { state: 'pending', askAgainMs: 300 });
    await late;
    expect(desk.screen.source).not.toBe(source);
  });

  it('cuts the asked rows out of a reply that carries all', async () => {
    const desk = new Desk();
    await desk.reply(0, rowsFrom(0, 25, 100));
    const columns = [{ key: 'n', label: 'N', type: 'number' as const }];
    const window = { offset: 1, count: 1, sorts: [{ column: 'n', direction: 'descending' as const }] };
    const rows = desk.screen.source.rows(window);
    await desk.reply(1, reply({ columns, rows: [[1], [2], [3]], matchingRows: 3, totalRows: 3, whole: true }));
    expect(await rows).toMatchObject({ rows: [[2]], offset: 1, matchingRows: 3 });
  });

  it('changes nothing any more once it is closed', async () => {
    const desk = new Desk();
    desk.session.close();
    await desk.reply(0, rowsFrom(0, 25, 100));
    expect(desk.screen.loaded).toBeUndefined();
  });
});
