import { picksAt } from '../../../../../../static/admin/sections/builder/pick';
import { rowsPathOf } from '../../../../../../static/admin/sections/builder/rows-path';

const reply = {
  count: 2,
  value: [{ id: '1', tags: ['a'], manager: { name: 'Ann' }, 'a\u0001': 1 }, '… 1 more'],
  other: [1, 2],
  byId: { '17': { name: 'A' }, '18': { name: 'B' } },
};
const rows = rowsPathOf([{ selector: '$.value[*]' }], reply);
const picks = (...path: (string | number)[]) => picksAt(reply, rows, path);

test('a click on a list outside the rows, on one of its items or on an object keyed by id makes rows of it', () => {
  expect(picks('other')).toEqual({ click: 'rows', rowsSelector: '$.other[*]' });
  expect(picks('other', 1)).toEqual({ click: 'rows', rowsSelector: '$.other[*]' });
  expect(picks('byId')).toEqual({ click: 'rows', rowsSelector: '$.byId[*]' });
  expect(picks('byId', '17')).toEqual({ click: 'rows', rowsSelector: '$.byId[*]' });
});

test('a click on a value or a list inside a row makes a column of it', () => {
  expect(picks('value', 0, 'id')).toEqual({ click: 'column', inRow: ['id'] });
  expect(picks('value', 0, 'manager', 'name')).toEqual({ click: 'column', inRow: ['manager', 'name'] });
  expect(picks('value', 0, 'tags')).toEqual({
    click: 'column',
    inRow: ['tags'],
    rowsSelector: '$.value[*].tags[*]',
  });
});

test('a click on an object opens it, and it can be made a column or rows all the same', () => {
  expect(picks('value', 0, 'manager')).toEqual({
    click: 'nothing',
    inRow: ['manager'],
    rowsSelector: '$.value[*].manager',
  });
  expect(picks('value', 0)).toEqual({ click: 'nothing', inRow: undefined, rowsSelector: '$.value[*]' });
});

test('a row of an object keyed by id can have the name it stands under as a column', () => {
  const byId = rowsPathOf([{ selector: '$.byId[*]' }], reply);
  expect(picksAt(reply, byId, ['byId', '17'])).toEqual({
    click: 'nothing',
    inRow: ['@key'],
    rowsSelector: '$.byId[*]',
  });
});

test('rows that are plain values are a column themselves', () => {
  const plain = rowsPathOf([{ selector: '$.other[*]' }], reply);
  expect(picksAt(reply, plain, ['other', 0])).toEqual({ click: 'column', inRow: [], rowsSelector: '$.other[*]' });
});

test('nothing is made of values outside the rows, of what was left out, and of names no selector has', () => {
  expect(picks('count')).toEqual({ click: 'nothing', rowsSelector: undefined });
  expect(picks('value', 1)).toEqual({ click: 'nothing' });
  expect(picks('value', 0, 'a\u0001')).toEqual({ click: 'nothing' });
  expect(picks('not there')).toEqual({ click: 'nothing' });
});

test('without rows that the tree can show, lists can still be chosen', () => {
  expect(picksAt(reply, undefined, ['value'])).toEqual({ click: 'rows', rowsSelector: '$.value[*]' });
  expect(picksAt(reply, undefined, ['value', 0, 'id']).inRow).toBeUndefined();
});

test('a single object that is the only row has no name to show', () => {
  const single = rowsPathOf([{ selector: '$.value[0].manager' }], reply);
  expect(picksAt(reply, single, ['value', 0, 'manager']).inRow).toBeUndefined();
});
