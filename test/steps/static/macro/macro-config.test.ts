import { macroConfigFrom } from '../../../../static/macro/macro-config';

describe('the settings of a macro', () => {
  it('are read from what the dialog saved', () => {
    const config = { panelId: 'p1', panelName: 'Staff', title: ' Our staff ', rowsPerPage: 50 };
    expect(macroConfigFrom({ config })).toEqual({ ...config, title: 'Our staff' });
  });

  it.each([
    [undefined],
    [{}],
    [{ panelId: 7, title: '', rowsPerPage: 'many' }],
    [{ rowsPerPage: 1e9 }],
    [{ rowsPerPage: -1 }],
  ])('leave out what is none of ours in %j', (config) => {
    expect(macroConfigFrom({ config })).toEqual({});
  });
});
