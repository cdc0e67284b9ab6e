import type { Column } from '../../../../../src/shared/contract';
import { alignmentOf, isNumeric } from '../../../../../src/shared/column-types/cell-kind';
import { hueOf, initialsOf } from '../../../../../static/visuals/cells/initials';
import { linkText } from '../../../../../src/shared/column-types/link-text';
import { statusColor } from '../../../../../src/shared/column-types/status-color';

describe('the alignment of a column', () => {
  it.each<[Pick<Column, 'type' | 'format' | 'align'>, string]>([
    [{ type: 'text' }, 'start'],
    [{ type: 'number' }, 'end'],
    [{ type: 'currency' }, 'end'],
    [{ type: 'percent' }, 'end'],
    [{ type: 'duration' }, 'end'],
    [{ type: 'bytes' }, 'end'],
    [{ type: 'date' }, 'start'],
    [{ type: 'list', format: { list: 'count' } }, 'end'],
    [{ type: 'list', format: { list: 'joined' } }, 'start'],
    [{ type: 'number', align: 'start' }, 'start'],
    [{ type: 'boolean', align: 'center' }, 'center'],
  ])('of %j is %s', (column, side) => {
    expect(alignmentOf(column)).toBe(side);
  });

  it('says which columns hold amounts, however they are aligned', () => {
    expect(isNumeric({ type: 'currency' })).toBe(true);
    expect(isNumeric({ type: 'text' })).toBe(false);
  });
});

describe('a person', () => {
  it.each([
    ['Grace Hopper', 'GH'],
    ['Ada', 'A'],
    ['María José de la Cruz', 'MC'],
    ['jürgen.groß@example.com', 'JG'],
    ['李 小龙', '李小'],
    ['  (none) ', 'N'],
    ['***', ''],
    ['😀 Smile', 'S'],
  ])('named %s has the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('keeps the color of the disc', () => {
    const hues = ['Grace', 'Ada', 'Edsger', 'Barbara', 'Alan', 'Donald'].map((name) => hueOf(name, 6));
    expect(hues).toEqual(['Grace', 'Ada', 'Edsger', 'Barbara', 'Alan', 'Donald'].map((name) => hueOf(name, 6)));
    expect(hues.every((hue) => hue >= 0 && hue < 6)).toBe(true);
    expect(new Set(hues).size).toBeGreaterThan(2);
  });
});

it('shows the address of a link without what says nothing', () => {
  expect(['https://example.com/', 'mailto:a@b.c', 'https://x.y/z?q'].map((address) => linkText(address))).toEqual([
    'example.com',
    'a@b.c',
    'x.y/z?q',
  ]);
});

test.each([
  ['https://a.example/browse/ABC-1', '{name}', 'ABC-1'],
  ['https://a.example/browse/ABC%201/?x=/y#z', 'Ticket {name}', 'Ticket ABC 1'],
  ['https://a.example/', '{name}', 'a.example'],
  ['https://a.example/100%', '{name}', '100%'],
  ['https://a.example/$&', 'Open {name}', 'Open $&'],
  ['https://a.example/x', ' ', 'a.example/x'],
])('a link to %s with the text %j shows %s', (address, text, shown) => {
  expect(linkText(address, { linkText: text })).toBe(shown);
});

describe('the color of a status', () => {
  const format = {
    statusColors: [
      { value: 'Done', color: 'green' as const },
      { value: 'done', color: 'red' as const },
    ],
  };

  it('is that of the first rule with its value, whatever the case', () => {
    expect(statusColor('DONE', format)).toBe('green');
  });

  it('is neutral without a rule', () => {
    expect(statusColor('Open', format)).toBe('neutral');
    expect(statusColor('Open', undefined)).toBe('neutral');
  });
});
