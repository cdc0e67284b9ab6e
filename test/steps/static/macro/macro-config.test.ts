import { macroConfigFrom } from '../../../../static/macro/macro-config';

const nothing = { values: {}, uses: {} };

describe('the settings of a macro', () => {
  it('are read from what the dialog saved', () => {
    const config = {
      panelId: 'p1',
      panelName: 'Staff',
      title: ' Our staff ',
      rowsPerPage: 50,
      hiddenColumns: ['c1', 'c2'],
      column: 'c3',
      'value.team': 'ops',
      'use.team': 'fixed',
      'use.size': 'hidden',
    };
    expect(macroConfigFrom({ config })).toEqual({
      panelId: 'p1',
      panelName: 'Staff',
      title: 'Our staff',
      rowsPerPage: 50,
      hiddenColumns: ['c1', 'c2'],
      column: 'c3',
      values: { team: 'ops' },
      uses: { team: 'fixed', size: 'hidden' },
    });
  });

  it.each([
    [undefined],
    [{}],
    [{ panelId: 7, title: '', rowsPerPage: 'many', hiddenColumns: 'c1', column: {} }],
    [{ rowsPerPage: 1e9, hiddenColumns: [1, ''] }],
    [{ rowsPerPage: -1, 'value.team': 7, 'use.team': 'everybody', 'value.': 'x' }],
    [{ 'value.team': 'x'.repeat(5000) }],
  ])('leave out what is none of ours in %j', (config) => {
    expect(macroConfigFrom({ config })).toEqual(nothing);
  });
});
