import type { PanelChoice } from '../../../src/shared/contract';
import {
  choiceLabel,
  configToSave,
  forPanel,
  mergeChoices,
  type Settings,
  settingsFrom,
} from '../../../src/frontend/settings';

const staff: PanelChoice = { id: 'p1', name: 'Staff', description: 'Everyone', dataSourceName: 'Entra ID' };
const orders: PanelChoice = { id: 'p2', name: 'Orders', description: '', dataSourceName: 'Shop' };
const empty: Settings = {
  panelId: undefined,
  panelName: undefined,
  title: '',
  rowsPerPage: undefined,
  hiddenColumns: [],
  column: undefined,
  values: {},
  uses: {},
};

describe('the settings of a macro', () => {
  it('come back as they were saved', () => {
    const config = {
      panelId: 'p1',
      panelName: 'Staff',
      title: 'Our staff',
      rowsPerPage: 50,
      hiddenColumns: ['c2'],
      column: 'c1',
      'value.team': 'Sales',
      'use.team': 'fixed',
    };
    expect(settingsFrom(config)).toMatchObject({ values: { team: 'Sales' }, uses: { team: 'fixed' } });
    expect(configToSave(settingsFrom(config), staff)).toEqual(config);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ panelId: 7, title: null, rowsPerPage: 33, hiddenColumns: 'c1', 'value.a': 3, 'use.a': 'never' }],
    [[]],
    ['text'],
  ])('are empty when %j was saved', (config) => {
    expect(settingsFrom(config)).toEqual(empty);
  });

  it('are saved flat, without empty entries, and with a title of bounded length', () => {
    expect(configToSave({ ...empty, title: '   ' }, orders)).toEqual({ panelId: 'p2', panelName: 'Orders' });
    expect(configToSave({ ...empty, title: 'x'.repeat(500) }, orders).title).toHaveLength(200);
  });

  it('leave out values that are empty and uses that are as usual', () => {
    const config = configToSave({ ...empty, values: { a: '', b: '1' }, uses: { a: 'reader', b: 'hidden' } }, orders);
    expect(config).toEqual({ panelId: 'p2', panelName: 'Orders', 'value.b': '1', 'use.b': 'hidden' });
  });

  it('lose what belonged to the columns and variables of another panel', () => {
    const settings = {
      ...empty,
      title: 'Ours',
      rowsPerPage: 50,
      hiddenColumns: ['c1'],
      column: 'c1',
      values: { a: '1' },
    };
    expect(forPanel(settings, 'p2')).toEqual({ ...empty, panelId: 'p2', title: 'Ours', rowsPerPage: 50 });
  });

  it('name the panel that is picked now, not the one of before', () => {
    const saved = settingsFrom({ panelId: 'p1', panelName: 'Staff' });
    expect(configToSave(saved, orders)).toEqual({ panelId: 'p2', panelName: 'Orders' });
  });
});

describe('the choices', () => {
  it('say name, description and data source, so that all are found by typing', () => {
    expect([staff, orders].map(choiceLabel)).toEqual(['Staff — Everyone (Entra ID)', 'Orders (Shop)']);
  });

  it('are listed once each when a search finds known ones', () => {
    expect(mergeChoices([orders], [staff, orders]).map(({ id }) => id)).toEqual(['p2', 'p1']);
  });
});
