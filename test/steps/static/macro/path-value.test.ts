import pathValue from '../../../../static/macro/path-value';

describe('the value at a path', () => {
  it.each([
    [{ a: { b: 'x' } }, ['a', 'b'], 'x'],
    [{ a: { b: 'x' } }, ['a', 'c'], null],
    [{ a: 'x' }, ['a', 'length'], null],
    [{}, ['constructor', 'name'], null],
    [undefined, ['a'], null],
  ])('in %j at %j is %j', (record, path, value) => {
    expect(pathValue(record, path, null)).toBe(value);
  });
});
