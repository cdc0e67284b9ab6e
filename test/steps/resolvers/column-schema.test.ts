import type { ColumnSettings } from '../../../src/shared/contract';
import { columnTypes } from '../../../src/shared/column-types/registry';
import { columnSettingsSchema } from '../../../src/resolvers/column-schema';
import { validate } from '../../../src/resolvers/validate';

const full: ColumnSettings = {
  key: 'price',
  label: 'Price',
  selector: '$.price',
  type: 'currency',
  format: {
    currency: 'EUR',
    decimals: 2,
    whole: 100,
    dateStyle: 'relative',
    durationUnit: 'hours',
    statusColors: [{ value: 'Done', color: 'green' }],
    list: 'rows',
  },
  align: 'end',
  width: 120,
  hidden: true,
  sortSelector: '$.cents',
};

describe('the shape of a column', () => {
  it('takes every member, and what is not there stays away', () => {
    const least = { label: 'Price', selector: '$.price', type: 'text' };
    expect(validate(columnSettingsSchema, full)).toEqual(full);
    expect(validate(columnSettingsSchema, { ...least, script: 'x' })).toEqual(least);
  });

  it.each(Object.keys(columnTypes))('takes the type %s', (type) => {
    expect(validate(columnSettingsSchema, { ...full, type })).toMatchObject({ type });
  });

  it.each<[string, object]>([
    ['another type', { type: 'html' }],
    ['a key that begins with a digit', { key: '1a' }],
    ['a key with a dot', { key: 'a.sort' }],
    ['a long key', { key: 'a'.repeat(41) }],
    ['a long selector', { selector: 'a'.repeat(5000) }],
    ['a long sort selector', { sortSelector: 'a'.repeat(5000) }],
    ['a column too narrow', { width: 39 }],
    ['a column too wide', { width: 1001 }],
    ['half a pixel', { width: 40.5 }],
    ['another alignment', { align: 'left' }],
    ['a currency in small letters', { format: { currency: 'eur' } }],
    ['a currency by its sign', { format: { currency: '€' } }],
    ['too many decimals', { format: { decimals: 11 } }],
    ['fewer decimals than none', { format: { decimals: -1 } }],
    ['another whole', { format: { whole: 1000 } }],
    ['another unit', { format: { durationUnit: 'years' } }],
    ['another color', { format: { statusColors: [{ value: 'x', color: '#f00' }] } }],
    ['too many colors', { format: { statusColors: Array(31).fill({ value: 'x', color: 'red' }) } }],
    ['a long value of a color', { format: { statusColors: [{ value: 'x'.repeat(101), color: 'red' }] } }],
    ['another list', { format: { list: 'all' } }],
  ])('refuses %s', (_, change) => {
    expect(() => validate(columnSettingsSchema, { ...full, ...change })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
