import { checkFilters } from '../../../src/editing/check-filters';

describe('the filter steps of a panel', () => {
  it.each([[undefined], [''], ['$.lines'], ["$.order['the lines']"], ['$']])('may unfold %j', (unfold) => {
    expect(checkFilters([{ selector: '$[*]', unfold }])).toEqual([]);
  });

  it('are at least one', () => {
    expect(checkFilters([])).toEqual([{ path: 'filters', message: 'Add a rows selector.' }]);
  });

  it.each([
    ['$.lines[*]', '$.lines[*] is not a path of names. Use one such as $.lines, or $.order.lines.'],
    ['$.lines[', expect.stringContaining('selector')],
  ])('cannot unfold %s', (unfold, message) => {
    expect(checkFilters([{ selector: '$' }, { selector: '$', unfold }])).toEqual([
      { path: 'filters.1.unfold', message },
    ]);
  });
});
