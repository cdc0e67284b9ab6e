import { useEffect, useRef, useState } from 'react';
import { pageEvents } from '../../shared/page-events';
import { viewContext } from '../../shared/platform';
import type { Neighbors } from './neighbors';
import { joinNeighbors } from './neighbors';

/** The macros of the page that come with the same account, and whether it is this one that shows the card. */
export interface ReadersNeighbors extends Pick<Neighbors, 'holdCard' | 'lookAgain'> {
  showsCard: boolean;
}

/**
 * Joins the other macros of this data source for as long as the component is there; `look` is told to look again. Only those
 * that want a card take part in where it is.
 */
export function useNeighbors(dataSourceId: string, wantsCard: boolean, look: () => void): ReadersNeighbors {
  const [showsCard, setShowsCard] = useState(true);
  const joined = useRef<Neighbors | undefined>(undefined);
  const told = useRef(look);
  told.current = look;
  useEffect(() => {
    let isHere = true;
    const join = async (): Promise<void> => {
      const { localId } = await viewContext();
      if (!isHere) return;
      joined.current = joinNeighbors({
        events: pageEvents,
        dataSourceId,
        localId,
        changed: wantsCard ? setShowsCard : undefined,
        look: () => told.current(),
      });
    };
    join().catch(() => undefined); // without a context nothing would have been drawn
    return () => {
      isHere = false;
      joined.current?.leave();
    };
  }, [dataSourceId, wantsCard]);
  return {
    showsCard,
    holdCard: () => joined.current?.holdCard(),
    lookAgain: () => joined.current?.lookAgain(),
  };
}
