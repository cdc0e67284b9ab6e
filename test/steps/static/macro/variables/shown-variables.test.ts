import type { VariableView } from '../../../../../src/shared/contract';
import { shownVariables } from '../../../../../static/macro/variables/shown-variables';
import { valueLabel } from '../../../../../static/visuals/chips/value-label';

const team: VariableView = {
  key: 'team',
  label: 'Team',
  type: 'list',
  required: false,
  value: 'ops',
  entries: [{ value: 'ops', label: 'Operations' }],
};
const size: VariableView = { key: 'size', label: 'Size', type: 'number', required: false, value: '7' };
const active: VariableView = { key: 'active', label: 'Active', type: 'boolean', required: false, value: 'true' };

describe('the variables above the rows', () => {
  it('are those that the macro does not hide, each to be set or only to be seen', () => {
    const shown = shownVariables([team, size, active], { team: 'fixed', size: 'hidden' });
    expect(shown).toEqual([
      { variable: team, isFixed: true },
      { variable: active, isFixed: false },
    ]);
  });

  it('are called by what their value means', () => {
    expect([team, size, active, { ...team, value: 'gone' }].map(valueLabel)).toEqual([
      'Operations',
      '7',
      'Yes',
      'gone',
    ]);
  });
});
