import { useEffect, useState } from 'react';
import type { HostPage } from '../shared/api';
import { messageOf, server } from './server';

export type LoadedPage = { at: 'loading' } | { at: 'shown'; page: HostPage } | { at: 'refused'; message: string };

/** A page as the signed-in user may see it. */
export function useHostPage(pageId: string): LoadedPage {
  const [loaded, setLoaded] = useState<LoadedPage>({ at: 'loading' });
  useEffect(() => {
    let isWanted = true;
    server.page(pageId).then(
      (page) => isWanted && setLoaded({ at: 'shown', page }),
      (error: unknown) => isWanted && setLoaded({ at: 'refused', message: messageOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [pageId]);
  return loaded;
}
