import { settle } from '../../src/compare-and-set';

const sent = { expectedRev: 1, by: 'mine' };
const before = { rev: 1, by: 'before' };
const mine = { rev: 2, by: 'mine' };
const theirs = { rev: 2, by: 'theirs' };

/** A write that answers as told, one word for each send. */
function writes(...responses: (boolean | 'throws')[]) {
  let sends = 0;
  return {
    count: () => sends,
    write: () => {
      const response = responses[sends] ?? 'throws';
      sends += 1;
      return response === 'throws' ? Promise.reject(new Error('no answer')) : Promise.resolve(response);
    },
  };
}

test.each([
  { name: 'an answered write is won', responses: [true], found: mine, won: true, sends: 1 },
  { name: 'a refused write whose record changed is lost', responses: [false], found: theirs, won: false, sends: 1 },
  {
    name: 'an unanswered write that stands there is won',
    responses: ['throws' as const],
    found: mine,
    won: true,
    sends: 1,
  },
  {
    name: 'an unanswered write behind another one is lost',
    responses: ['throws' as const],
    found: theirs,
    won: false,
    sends: 1,
  },
  {
    name: 'a write that did not arrive is sent again',
    responses: ['throws' as const, true],
    found: before,
    won: true,
    sends: 2,
  },
  {
    name: 'a write refused without reason is sent again',
    responses: [false, true],
    found: before,
    won: true,
    sends: 2,
  },
  { name: 'a write to a record that is gone is lost', responses: [false], found: undefined, won: false, sends: 1 },
  {
    name: 'a write refused for another record is lost',
    responses: [false],
    found: before,
    won: false,
    sends: 1,
    hasChecks: true,
  },
  {
    name: 'one that hangs on another record and did not arrive is sent again',
    responses: ['throws' as const, true],
    found: before,
    won: true,
    sends: 2,
    hasChecks: true,
  },
])('$name', async ({ responses, found, won, sends, hasChecks = false }) => {
  const { write, count } = writes(...responses);
  expect(await settle(write, () => Promise.resolve(found), { ...sent, hasChecks })).toBe(won);
  expect(count()).toBe(sends);
});

test('a storage that never answers is reported after a few sends', async () => {
  const { write, count } = writes();
  await expect(settle(write, () => Promise.resolve(before), sent)).rejects.toThrow('no answer');
  expect(count()).toBeLessThan(10);
});
