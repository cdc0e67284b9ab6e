import { useCallback, useEffect, useState } from 'react';
import type { Route } from './route';
import { readRoute } from './route';

/** The route of the current URL, kept up with the browser's back and forward buttons, and a way to go elsewhere. */
export function useRoute(): [Route, (path: string) => void] {
  const [route, setRoute] = useState(() => readRoute(window.location.pathname));
  useEffect(() => {
    const follow = (): void => setRoute(readRoute(window.location.pathname));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((path: string) => {
    const { pathname } = new URL(path, window.location.href);
    if (readRoute(pathname).at === 'nowhere') return window.location.assign(path); // the server may know it
    window.history.pushState(null, '', path);
    window.scrollTo(0, 0);
    setRoute(readRoute(window.location.pathname));
  }, []);
  return [route, go];
}
