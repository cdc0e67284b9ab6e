import { keepWindow, viewKeeper } from '../../../../static/macro/kept-view';

const here = { accountId: 'ada', cloudId: 'site' };
const kept = new Map<string, string>();

function browserWith(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
}

beforeEach(() => {
  kept.clear();
  browserWith({ getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) });
});

afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

describe('what a reader sets of a panel', () => {
  it('is there on the next visit, for this account, site and panel alone', () => {
    viewKeeper(here, 'panel').keep({ layout: { hidden: ['a'] } });
    viewKeeper(here, 'panel').keep({ count: 50 });
    expect(viewKeeper(here, 'panel').kept).toEqual({ layout: { hidden: ['a'] }, count: 50 });
    expect(viewKeeper(here, 'other').kept).toEqual({});
    expect(viewKeeper({ ...here, accountId: 'eve' }, 'panel').kept).toEqual({});
    expect(viewKeeper({ ...here, cloudId: 'elsewhere' }, 'panel').kept).toEqual({});
  });

  it('lasts as long as the page where the browser keeps nothing', () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    browserWith({ getItem: refuse, setItem: refuse });
    const keeper = viewKeeper(here, 'panel');
    expect(() => keeper.keep({ count: 50 })).not.toThrow();
    expect(keeper.kept).toEqual({});
  });

  it.each(['{', 'null', '"text"'])('is nothing where %s stands in its place', (text) => {
    browserWith({ getItem: () => text, setItem: () => undefined });
    expect(viewKeeper(here, 'panel').kept).toEqual({});
  });
});

describe('order and page size', () => {
  const window = { offset: 0, count: 25 };
  const sorts = [{ column: 'a', direction: 'ascending' as const }];

  it('are kept once the reader changes them, but not the size that the panel has', () => {
    const keeper = viewKeeper(here, 'panel');
    keepWindow(keeper, { ...window, sorts }, { ...window, sorts, offset: 25, search: 'x' }, 25);
    expect(viewKeeper(here, 'panel').kept).toEqual({});
    keepWindow(keeper, window, { ...window, sorts, count: 50 }, 25);
    expect(viewKeeper(here, 'panel').kept).toEqual({ sorts, count: 50 });
    keepWindow(keeper, { ...window, sorts, count: 50 }, window, 25);
    expect(viewKeeper(here, 'panel').kept).toEqual({});
  });
});
