import type { PageEvents } from '../../shared/page-events';

/** The macros of a page whose rows come with the same account, as one of them sees it. */
export interface Neighbors {
  /** The reader connects here: the card is at this macro, until they do so at another one. */
  holdCard(): void;
  /** The account was connected or disconnected: all of them look again. */
  lookAgain(): void;
  leave(): void;
}

export interface NeighborPorts {
  events: PageEvents;
  dataSourceId: string;
  localId: string;
  /** Whether this macro is the one that shows the card; absent where it has none to show, and only hears when to look again. */
  changed?(showsCard: boolean): void;
  look(): void;
}

interface Word {
  dataSourceId: string;
  localId: string;
  word: 'here' | 'gone' | 'look';
  isHeld: boolean;
}

const eventName = 'external-data.own-account';
const mostNeighbors = 200;

/**
 * Joins the other macros of the page that show a card of this data source. Each says that it is here; who hears of a new one
 * says so again. The card is where the reader connects, else at the one whose local id comes first.
 */
export function joinNeighbors({ events, dataSourceId, localId, changed, look }: NeighborPorts): Neighbors {
  const others = new Map<string, boolean>();
  let isHeld = false;
  let stop: (() => void) | undefined;
  let hasLeft = false;

  const say = (word: Word['word']): void => {
    events.emit(eventName, { dataSourceId, localId, word, isHeld }).catch(() => undefined); // each then has a card
  };
  const decide = (): void => changed?.([...others].every(([id, held]) => isBefore({ localId, isHeld }, id, held)));
  const sayHere = (): void => (changed ? say('here') : undefined);

  const hear = (payload: unknown): void => {
    const said = wordIn(payload);
    if (said?.dataSourceId !== dataSourceId || said.localId === localId || hasLeft) return;
    if (said.word === 'look') return look();
    const isNew = !others.has(said.localId);
    if (said.word === 'gone') others.delete(said.localId);
    else if (!isNew || others.size < mostNeighbors) others.set(said.localId, said.isHeld);
    isHeld &&= !said.isHeld;
    if (said.word === 'here' && isNew) sayHere();
    decide();
  };

  const join = async (): Promise<void> => {
    stop = await events.on(eventName, hear);
    if (hasLeft) stop();
    else sayHere();
  };
  join().catch(() => undefined); // the page tells nobody of others

  return {
    holdCard: () => {
      isHeld = true;
      for (const id of others.keys()) others.set(id, false);
      say('here');
      decide();
    },
    lookAgain: () => say('look'),
    leave: () => {
      hasLeft = true;
      if (changed) say('gone');
      stop?.();
    },
  };
}

function isBefore(own: Pick<Word, 'localId' | 'isHeld'>, id: string, held: boolean): boolean {
  return own.isHeld === held ? own.localId < id : own.isHeld;
}

function wordIn(payload: unknown): Word | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { dataSourceId, localId, word, isHeld } = payload as Partial<Record<keyof Word, unknown>>;
  if (typeof dataSourceId !== 'string' || typeof localId !== 'string') return undefined;
  if (word !== 'here' && word !== 'gone' && word !== 'look') return undefined;
  return { dataSourceId, localId, word, isHeld: isHeld === true };
}
