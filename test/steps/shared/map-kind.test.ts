import { mapKindOf } from '../../../src/shared/row-shapes/map-kind';

describe('objects that are lists in disguise', () => {
  it.each([
    ['keyed', { 17: { n: 1 } }],
    ['keyed', { v1: { n: 1 }, v2: { n: 2, m: 3 } }],
    ['keyed', { red: { n: 1 }, blue: { n: 2 }, green: { n: 3 } }],
    ['keyed', { '2026-03-01': { visits: 4 }, '2026-03-02': [] }],
    ['columns', { time: ['a', 'b'], rain: [1, null] }],
    ['lists', { read: ['a'], write: ['a', 'b'], admin: [] }],
    ['lists', { '0:0': [1], '0:1': [2] }],
    ['groups', { '2026-03-01': [{ at: '9' }], '2026-03-02': [{ at: '10' }, { at: '11' }] }],
    ['groups', { created: [{ id: 1 }], changed: [{ id: 2 }], deleted: [] }],
    ['values', { CHF: 0.9, EUR: 1, SEK: 11 }],
    ['values', { '2026-03': 4 }],
    ['values', { 'C++': 4, Go: 9, Rust: 1 }],
    ['values', { 'a@x.example': true, 'b@x.example': false, 'c@x.example': null }],
    ['values', Object.fromEntries(Array.from({ length: 12 }, (_, n) => ['abcdefghijkl'.charAt(n).repeat(n + 1), n]))],
  ])('%s: %j', (kind, value) => {
    expect(mapKindOf(value)).toBe(kind);
  });

  it.each([
    [{ home: { n: 1 }, work: { n: 2 } }],
    [{ customer: { name: 'x' }, address: { city: 'y' }, total: { amount: 3 } }],
    [{ open: 3, closed: 4, total: 7 }],
    [{ IP: 'a', name: 'b', port: 'c' }],
    [{ firstName: 'a', lastName: 'b', zipCode: 'c' }],
    [{ users: [{ id: 1 }], groups: [{ id: 1 }] }],
    [{ tags: ['a'], ids: [1, 2, 3] }],
    [{ CHF: 0.9, EUR: 'x', SEK: 11 }],
    [{}],
    [[1, 2]],
    [null],
  ])('none: %j', (value) => {
    expect(mapKindOf(value)).toBeUndefined();
  });
});
