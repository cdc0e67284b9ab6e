import fc from 'fast-check';
import type { Neighbors } from '../../../../../static/macro/connect/neighbors';
import { joinNeighbors } from '../../../../../static/macro/connect/neighbors';
import type { PageEvents } from '../../../../../static/shared/page-events';

/** A page whose events reach everybody on it, the sender as well. */
function page(): PageEvents & { tell(payload: unknown): void } {
  const listeners = new Set<(payload: unknown) => void>();
  const tell = (payload: unknown): void => [...listeners].forEach((listener) => listener(payload));
  return {
    on: (_, listener) => {
      listeners.add(listener);
      return Promise.resolve(() => void listeners.delete(listener));
    },
    emit: (_, payload) => Promise.resolve(tell(structuredClone(payload))),
    tell,
  };
}

function macro(events: PageEvents, localId: string, dataSourceId = 'd1') {
  const seen = { localId, showsCard: true, looks: 0 };
  const neighbors: Neighbors = joinNeighbors({
    events,
    dataSourceId,
    localId,
    changed: (showsCard) => void (seen.showsCard = showsCard),
    look: () => void (seen.looks += 1),
  });
  return { ...neighbors, seen };
}

const settled = () => new Promise(setImmediate);

test('of the macros of one data source the first by its id shows the card, whatever order they come and go in', async () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{1,6}$/), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(ids, fc.nat(), async (present, leaving) => {
      const events = page();
      const other = macro(events, '', 'another source');
      const macros = present.map((localId) => macro(events, localId));
      await settled();
      const withCard = () => macros.filter(({ seen }) => seen.showsCard).map(({ seen }) => seen.localId);
      expect(withCard()).toEqual([[...present].sort()[0]]);
      const [gone] = macros.splice(leaving % macros.length, 1);
      gone!.leave();
      await settled();
      expect(withCard()).toEqual(
        [...present]
          .filter((id) => id !== gone!.seen.localId)
          .sort()
          .slice(0, 1),
      );
      expect(other.seen.showsCard).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('the card stays where the reader connects, and goes along where they do so elsewhere', async () => {
  const events = page();
  const [first, second, third] = ['a', 'b', 'c'].map((id) => macro(events, id)) as [
    ReturnType<typeof macro>,
    ReturnType<typeof macro>,
    ReturnType<typeof macro>,
  ];
  const shown = async () => {
    await settled();
    return [first, second, third].map(({ seen }) => seen.showsCard);
  };
  await settled();
  second.holdCard();
  expect(await shown()).toEqual([false, true, false]);
  macro(events, '0');
  expect(await shown()).toEqual([false, true, false]);
  third.holdCard();
  expect(await shown()).toEqual([false, false, true]);
});

test('all others look again, and nobody who has left', async () => {
  const events = page();
  const macros = ['a', 'b', 'c'].map((id) => macro(events, id));
  await settled();
  macros[2]!.leave();
  macros[0]!.lookAgain();
  await settled();
  expect(macros.map(({ seen }) => seen.looks)).toEqual([0, 1, 0]);
});

test('what is no word of ours changes nothing', async () => {
  const events = page();
  const { seen } = macro(events, 'b');
  await settled();
  const words = [
    null,
    'look',
    {},
    { dataSourceId: 'd1', localId: 7, word: 'look' },
    { dataSourceId: 'd1', word: 'look' },
  ];
  for (const word of [...words, { dataSourceId: 'd1', localId: 'a', word: 'rows' }]) events.tell(word);
  expect(seen).toEqual({ localId: 'b', showsCard: true, looks: 0 });
});
