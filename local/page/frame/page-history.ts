/** What `view.createHistory` of the bridge yields: a `History` of the package of that name, version 4. */
export interface PageHistory {
  action: string;
  location: HistoryLocation;
  push(to: unknown, state?: unknown): void;
  replace(to: unknown, state?: unknown): void;
  go(by: number): void;
  goBack(): void;
  goForward(): void;
  createHref(to: unknown): string;
  listen(listener: Listener): () => void;
}

interface HistoryLocation {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}
type Listener = (location: HistoryLocation, action: string) => unknown;

/** The history of a page of the app, whose addresses begin at `base`; `stop` ends it with the page. */
export function openPageHistory(base: string): { history: PageHistory; stop: () => void } {
  const listeners = new Set<Listener>();
  const tell = (action: string): void => listeners.forEach((listener) => void listener(here(base), action));
  const popped = (): void => tell('POP');
  const change = (how: 'pushState' | 'replaceState', action: string) => (to: unknown, state?: unknown) => {
    window.history[how](state ?? stateOf(to), '', base + pathOf(to));
    tell(action);
  };
  window.addEventListener('popstate', popped);
  const history: PageHistory = {
    action: 'POP',
    location: here(base),
    push: change('pushState', 'PUSH'),
    replace: change('replaceState', 'REPLACE'),
    go: (by) => window.history.go(by),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    createHref: (to) => base + pathOf(to),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { history, stop: () => window.removeEventListener('popstate', popped) };
}

function here(base: string): HistoryLocation {
  const { pathname, search, hash } = window.location;
  return { pathname: pathname.slice(base.length) || '/', search, hash, state: window.history.state, key: 'default' };
}

/** A path, or an object with its parts. */
function pathOf(to: unknown): string {
  if (typeof to === 'string') return to.startsWith('/') ? to : `/${to}`;
  const { pathname = '/', search = '', hash = '' } = to as Partial<HistoryLocation>;
  return pathname + search + hash;
}

function stateOf(to: unknown): unknown {
  return typeof to === 'object' && to !== null && 'state' in to ? to.state : null;
}
