import type { LoadReply, LoadRequest, ProblemReply, TableView } from '../../../../src/contract';
import type { PanelScreen, PanelSession } from '../../../../static/macro/panel-session';
import { openPanel } from '../../../../static/macro/panel-session';
import { CallError } from '../../../../static/shared/call-error';

const problem: ProblemReply = {
  code: 'remote-failed',
  title: 'Failed',
  message: 'It failed.',
  actor: 'remote',
  retry: true,
};

function reply(view: Partial<TableView>): LoadReply {
  const table: TableView = {
    visual: 'table',
    columns: [],
    rows: [],
    offset: 0,
    matchingRows: 0,
    totalRows: 0,
    whole: false,
    ...view,
  };
  const reading = {
    fetchedAt: 1,
    durationMs: 1,
    pagesRead: 1,
    rowsRead: 1,
    bytesRead: 1,
    stopReason: 'complete',
    warnings: [],
  } as const;
  return {
    state: 'view',
    title: 'Staff',
    rowsPerPage: 25,
    view: table,
    reading: { ...reading, warnings: [] },
    age: { fetchedAt: 1 },
  };
}

function rowsFrom(offset: number, count: number, matchingRows: number): LoadReply {
  const rows = Array.from({ length: count }, (_, index) => [offset + index]);
  return reply({ rows, offset, matchingRows, totalRows: matchingRows });
}

/** The reply as one behind which newer rows can be had. */
function stale(shown: LoadReply, askAgainMs: number): LoadReply {
  return { ...shown, askAgainMs };
}

/** A session whose calls are answered by hand, in any order. */
class Desk {
  readonly calls: { request: LoadRequest; answer: (value: LoadReply) => void; fail: (error: unknown) => void }[] = [];
  readonly waits: number[] = [];
  screen: PanelScreen = { window: { offset: 0, count: 0 }, busy: 'no' };
  readonly session: PanelSession;

  constructor(config = {}) {
    this.session = openPanel('p1', config, {
      load: (request) => new Promise((answer, fail) => void this.calls.push({ request, answer, fail })),
      wait: (ms) => {
        this.waits.push(ms);
        return Promise.resolve();
      },
      changed: (screen) => {
        this.screen = screen;
      },
    });
  }

  async answer(call: number, value: LoadReply): Promise<void> {
    this.calls[call]?.answer(value);
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
    await desk.answer(0, rowsFrom(0, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', window: { offset: 0, count: 25 } });
    expect(desk.calls).toHaveLength(1);
  });

  it('takes the rows per page from the macro, else from the panel', async () => {
    const own = new Desk({ rowsPerPage: 10 });
    expect(own.request(0)?.window.count).toBe(10);
    const desk = new Desk();
    await desk.answer(0, { ...rowsFrom(0, 25, 100), rowsPerPage: 50 } as LoadReply);
    expect(desk.request(1)?.window).toEqual({ offset: 0, count: 50 });
    const few = new Desk();
    await few.answer(0, { ...rowsFrom(0, 25, 100), rowsPerPage: 10 } as LoadReply);
    expect(few.screen.window.count).toBe(10);
    expect(few.calls).toHaveLength(1);
  });

  it('turns the pages of a whole view without a call', async () => {
    const desk = new Desk();
    await desk.answer(0, reply({ rows: [[1], [2]], matchingRows: 2, totalRows: 2, whole: true }));
    desk.session.show({ offset: 0, count: 10, search: 'x' });
    expect(desk.screen).toMatchObject({ busy: 'no', window: { search: 'x' } });
    expect(desk.calls).toHaveLength(1);
  });

  it('keeps the rows while others are awaited, and drops answers that come too late', async () => {
    const desk = new Desk();
    await desk.answer(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 25, count: 25 });
    desk.session.show({ offset: 50, count: 25 });
    expect(desk.screen).toMatchObject({ busy: 'asking', loaded: { view: { offset: 0 } } });
    await desk.answer(2, rowsFrom(50, 25, 100));
    await desk.answer(1, rowsFrom(25, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { offset: 50 } }, window: { offset: 50 } });
  });

  it('returns to the rows it has when a call fails, and tries the same again', async () => {
    const desk = new Desk();
    await desk.answer(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 25, count: 25 });
    await desk.fail(1);
    expect(desk.screen).toMatchObject({ busy: 'no', problem, window: { offset: 0 }, loaded: { view: { offset: 0 } } });
    desk.session.retry();
    expect(desk.request(2)).toEqual(desk.request(1));
    await desk.answer(2, rowsFrom(25, 25, 100));
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
    await desk.answer(0, { state: 'pending', askAgainMs: 900 });
    expect(desk.screen.busy).toBe('pending');
    expect(desk.waits).toEqual([900]);
    expect(desk.request(1)).toEqual(desk.request(0));
    await desk.answer(1, rowsFrom(0, 25, 100));
    expect(desk.screen.busy).toBe('no');
  });

  it('ends the asking with a problem when the rows never come', async () => {
    const desk = new Desk();
    for (let call = 0; call < 6; call += 1) await desk.answer(call, { state: 'pending', askAgainMs: 1e9 });
    expect(desk.screen).toMatchObject({ busy: 'no', problem: { code: 'busy', retry: true } });
    expect(desk.waits).toEqual([30_000, 30_000, 30_000]);
  });

  it('shows stale rows at once and fetches newer ones behind them', async () => {
    const desk = new Desk();
    await desk.answer(0, stale(rowsFrom(0, 25, 100), 0));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { totalRows: 100 } } });
    expect(desk.request(1)).toEqual({ ...desk.request(0), refetch: true });
    await desk.answer(1, rowsFrom(0, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { totalRows: 101 } } });
    expect(desk.calls).toHaveLength(2);
  });

  it('keeps stale rows without a word when newer ones do not come', async () => {
    const desk = new Desk();
    await desk.answer(0, stale(rowsFrom(0, 25, 100), 0));
    await desk.fail(1);
    expect(desk.screen).toMatchObject({ busy: 'no', problem: undefined, loaded: { view: { totalRows: 100 } } });
    expect(desk.calls).toHaveLength(2);
  });

  it('drops newer rows of the page that the reader has left meanwhile', async () => {
    const desk = new Desk();
    await desk.answer(0, stale(rowsFrom(0, 25, 100), 0));
    desk.session.show({ offset: 50, count: 25 });
    await desk.answer(1, rowsFrom(0, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'asking', loaded: { view: { totalRows: 100 } } });
    await desk.answer(2, rowsFrom(50, 25, 101));
    expect(desk.screen).toMatchObject({ busy: 'no', loaded: { view: { offset: 50 } } });
  });

  it('says how far a read in the background is, with and without rows, for as long as it takes', async () => {
    const desk = new Desk();
    const progress = { pagesRead: 2, rowsRead: 200 };
    for (let call = 0; call < 10; call += 1)
      await desk.answer(call, { state: 'pending', askAgainMs: 20_000, progress });
    expect(desk.screen).toMatchObject({ busy: 'pending', progress });
    await desk.answer(10, { ...stale(rowsFrom(0, 25, 200), 5000), progress });
    expect(desk.screen).toMatchObject({ busy: 'no', progress, loaded: { view: { totalRows: 200 } } });
    expect(desk.waits.at(-1)).toBe(5000);
    await desk.answer(11, rowsFrom(0, 25, 300));
    expect(desk.screen).toMatchObject({ busy: 'no', progress: undefined, loaded: { view: { totalRows: 300 } } });
  });

  it('asks again when the app was too busy to answer', async () => {
    const desk = new Desk();
    desk.calls[0]?.fail(new CallError({ ...problem, code: 'busy', retryAfterMs: 5000 }));
    await desk.settled();
    expect(desk.waits).toEqual([5000]);
    await desk.answer(1, rowsFrom(0, 25, 100));
    expect(desk.screen).toMatchObject({ busy: 'no', problem: undefined });
  });

  it('refreshes what is shown, and lets the reader sort meanwhile', async () => {
    const desk = new Desk();
    const rows = { rows: [[1], [2]], matchingRows: 2, totalRows: 2, whole: true };
    await desk.answer(0, reply(rows));
    desk.session.refresh();
    expect(desk.request(1)).toMatchObject({ refresh: true });
    desk.session.show({ offset: 0, count: 25, search: 'x' });
    expect(desk.calls).toHaveLength(2);
    await desk.answer(1, reply({ ...rows, rows: [[3]] }));
    expect(desk.screen).toMatchObject({ busy: 'no', window: { search: 'x' }, loaded: { view: { rows: [[3]] } } });
  });

  it('still refreshes when the reader turns the page of a large view before the answer', async () => {
    const desk = new Desk();
    await desk.answer(0, rowsFrom(0, 25, 100));
    desk.session.refresh();
    desk.session.show({ offset: 25, count: 25 });
    expect(desk.request(2)).toEqual({ panelId: 'p1', window: { offset: 25, count: 25 }, refresh: true });
  });

  it('goes to the last page when rows have become fewer', async () => {
    const desk = new Desk();
    await desk.answer(0, rowsFrom(0, 25, 100));
    desk.session.show({ offset: 75, count: 25 });
    await desk.answer(1, reply({ offset: 75, matchingRows: 60, totalRows: 60 }));
    expect(desk.request(2)?.window).toEqual({ offset: 50, count: 25 });
  });

  it('makes pages smaller when a reply cannot carry them', async () => {
    const desk = new Desk({ rowsPerPage: 100 });
    await desk.answer(0, rowsFrom(0, 60, 1000));
    expect(desk.screen.window).toEqual({ offset: 0, count: 60 });
    expect(desk.calls).toHaveLength(1);
  });

  it('changes nothing any more once it is closed', async () => {
    const desk = new Desk();
    desk.session.close();
    await desk.answer(0, rowsFrom(0, 25, 100));
    expect(desk.screen.loaded).toBeUndefined();
  });
});
