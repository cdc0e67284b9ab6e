import fc from 'fast-check';
import type { ColumnFormat, ColumnType } from '../../../../../src/shared/frame';
import { cellReader } from '../../../../../src/panel/shape/cells/readers';
import { columnTypes } from '../../../../../src/shared/column-types/registry';
import { unreadable } from '../../../../../src/panel/shape/cells/unreadable';
import { parseUrl } from '../../../../../src/shared/parse-url';

type Case = readonly [value: unknown, cell: unknown, format?: ColumnFormat];

const cases: Record<ColumnType, readonly Case[]> = {
  text: [
    ['a', 'a'],
    ['', ''],
    [12, '12'],
    [0.1, '0.1'],
    [true, 'true'],
    ['9007199254740993', '9007199254740993'],
    [['a', 1, null, true], 'a, 1, true'],
    [[], ''],
    [{ a: { b: 1 } }, '{"a":{"b":1}}'],
    [[{ a: 1 }, 'b'], '[{"a":1},"b"]'],
    ['x'.repeat(9000), `${'x'.repeat(7999)}…`],
  ],
  number: [
    [1.5, 1.5],
    ['1.5', 1.5],
    [' -2e3 ', -2000],
    ['+7', 7],
    ['', null],
    ['1,234', unreadable],
    ['1.234,5', unreadable],
    ['12 kg', unreadable],
    ['0x10', unreadable],
    ['1e999', unreadable],
    [JSON.parse('1e999'), unreadable],
    ['Infinity', unreadable],
    [true, unreadable],
    [[1], unreadable],
  ],
  bytes: [
    [1536, 1536],
    ['1536', 1536],
    [' 2e9 ', 2e9],
    ['', null],
    [null, null],
    ['1.5 KiB', unreadable],
    ['many', unreadable],
    [true, unreadable],
  ],
  currency: [
    [12.5, 12.5],
    ['12.50', 12.5],
    [-3, -3],
    ['€ 1.234,50', 1234.5],
    ['1.234,50 €', 1234.5],
    ['$1,234.50', 1234.5],
    ['US$ 1,234,567', 1234567],
    ["CHF 1'234.50", 1234.5],
    ['1\u202f234,50\u00a0€', 1234.5],
    ['12,50 €', 12.5],
    ['0,125 €', 0.125],
    ['EUR12.50', 12.5],
    ['-€5', -5],
    ['€ −5,00', -5],
    ['1.234', 1.234],
    ['€ 1.234', unreadable],
    ['€ 1,234', unreadable],
    ['€ 1.234.50', unreadable],
    ['€ 1.23,450', unreadable],
    ['€ 5 EUR', unreadable],
    ['5 apples', unreadable],
    ['€', unreadable],
    ['', null],
    [true, unreadable],
    [[5], unreadable],
    [{}, unreadable],
    [{ amount: null, currency: 'USD' }, null],
    [{ amount: 5, currency: 'USD' }, 5],
    [{ amount: '5.10', currencyCode: 'EUR' }, 5.1, { currency: 'EUR' }],
    [{ amount: 5, currency: 'USD' }, unreadable, { currency: 'EUR' }],
    [5, 5, { currency: 'EUR' }],
    ['€ 5', 5, { currency: 'EUR' }],
    ['$ 5', unreadable, { currency: 'EUR' }],
    ['5 USD', unreadable, { currency: 'EUR' }],
    ['$ 5', 5, { currency: 'CAD' }],
  ],
  percent: [
    [0.25, 0.25],
    [25, 0.25, { whole: 100 }],
    ['25', 0.25, { whole: 100 }],
    ['0.25', 0.25],
    ['25 %', 0.25],
    ['25%', 0.25, { whole: 100 }],
    ['99.999 %', 0.99999],
    ['12,5 %', 0.125],
    ['-3 %', -0.03],
    ['', null],
    ['%', unreadable],
    ['1,234 %', unreadable],
    ['a lot', unreadable],
    [{}, unreadable],
  ],
  duration: [
    [90, 90],
    [1500, 1.5, { durationUnit: 'milliseconds' }],
    ['1.5', 90, { durationUnit: 'minutes' }],
    [2, 7200, { durationUnit: 'hours' }],
    [1, 86_400, { durationUnit: 'days' }],
    ['PT5M', 300],
    ['PT5M', 300, { durationUnit: 'hours' }],
    ['P1DT2H3M4.5S', 93_784.5],
    ['P2W', 1_209_600],
    ['-PT30S', -30],
    ['PT0S', 0],
    ['P0Y0M1D', 86_400],
    ['01:30:00', 5400],
    ['100:00:00', 360_000],
    ['-00:00:01.5', -1.5],
    ['2.01:00:00', 176_400],
    [1e308, unreadable, { durationUnit: 'days' }],
    ['P1M', unreadable],
    ['P1Y', unreadable],
    ['P', unreadable],
    ['PT', unreadable],
    ['P1DT', unreadable],
    ['12:30', unreadable],
    ['01:75:00', unreadable],
    ['3 hours', unreadable],
    ['', null],
    [{}, unreadable],
  ],
  image: [
    ['https://example.com/a.png', 'https://example.com/a.png'],
    ['http://example.com/a.png', unreadable],
    ['data:image/png;base64,AAAA', unreadable],
    ['mailto:a@example.com', unreadable],
    ['a@example.com', unreadable],
    ['https://user:secret@example.com/a.png', unreadable],
    ['', null],
  ],
  user: [
    [' Ann ', 'Ann'],
    [{ displayName: 'Ann', mail: 'ann@example.com' }, 'Ann'],
    [{ accountId: '7', publicName: 'Ann' }, 'Ann'],
    [{ login: 'ann' }, 'ann'],
    [{ displayName: '', userPrincipalName: 'ann@example.com' }, 'ann@example.com'],
    [{ firstName: 'Ann', lastName: 'Lee', email: 'ann@example.com' }, 'Ann Lee'],
    [{ user: { displayName: 'Ann' } }, 'Ann'],
    [[{ name: 'Ann' }, null, 'Ben'], 'Ann, Ben'],
    [17, '17'],
    [[], null],
    ['', null],
    [{ constructor: 'x' }, unreadable],
    [{ name: { first: 'Ann' } }, unreadable],
    [true, unreadable],
  ],
  status: [
    [' Done ', 'Done'],
    [{ name: 'Done', id: '3', statusCategory: { key: 'done' } }, 'Done'],
    [{ label: 'Working on it', index: 1 }, 'Working on it'],
    [{ type: 'status', status: { name: 'Done', color: 'green' } }, 'Done'],
    [{ value: 'open', link: 'https://example.com' }, 'open'],
    [3, '3'],
    [false, 'false'],
    ['x'.repeat(200), `${'x'.repeat(99)}…`],
    ['', null],
    [{}, unreadable],
    [['Done'], unreadable],
  ],
  list: [
    [['a', 1, null, true], 'a, 1, true'],
    [[{ name: 'a' }, { id: 2 }, [3]], 'a, {"id":2}, [3]'],
    ['a', 'a'],
    [{ title: 'a' }, 'a'],
    [[], null],
    [['x'.repeat(9000), 'y'], `${'x'.repeat(7999)}…`],
    [['a', null], 2, { list: 'count' }],
    [[], 0, { list: 'count' }],
    ['a', 1, { list: 'count' }],
    [null, null, { list: 'count' }],
  ],
  json: [
    [{ a: [1, { b: null }] }, '{"a":[1,{"b":null}]}'],
    [[], '[]'],
    [5, '5'],
    [false, 'false'],
    ['a', '"a"'],
    ['{ "a": 1 }', '{"a":1}'],
    ['{ broken', '"{ broken"'],
    ['', null],
    [['x'.repeat(9000)], `["${'x'.repeat(7997)}…`],
  ],
  boolean: [
    [true, true],
    [false, false],
    ['True', true],
    [' no ', false],
    [1, true],
    ['0', false],
    ['', null],
    ['maybe', unreadable],
    [2, unreadable],
    [{}, unreadable],
  ],
  date: [
    ['2026-02-28', '2026-02-28'],
    ['2026-02-28T23:30:00-08:00', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', unreadable],
    ['2026-13-01', unreadable],
    ['28.2.2026', '2026-02-28'],
    ['20260228', '2026-02-28'],
    [1772236800, '2026-02-28'],
    ['02/03/2026', unreadable],
    ['yesterday', unreadable],
    ['', null],
  ],
  'date-time': [
    ['2026-11-23T09:30:00Z', '2026-11-23T09:30:00Z'],
    ['2026-11-23T09:30:00.000Z', '2026-11-23T09:30:00Z'],
    ['2026-11-23T09:30:00.1234567Z', '2026-11-23T09:30:00.123Z'],
    ['2026-11-23T09:30:00+02:00', '2026-11-23T07:30:00Z'],
    ['2026-11-23T09:30:00+0200', '2026-11-23T07:30:00Z'],
    ['2026-11-23 09:30', '2026-11-23T09:30:00Z'],
    ['2026-11-23', '2026-11-23T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['Mon, 23 Nov 2026 09:30:00 GMT', '2026-11-23T09:30:00Z'],
    ['/Date(1795426200000)/', '2026-11-23T09:30:00Z'],
    [1795426200000, '2026-11-23T09:30:00Z'],
    [1795426200, '2026-11-23T09:30:00Z'],
    ['1795426200', '2026-11-23T09:30:00Z'],
    ['2026-11-23T25:00:00Z', unreadable],
    ['2026-02-30T00:00:00Z', unreadable],
    ['11/23/2026 09:30', unreadable],
    ['12', unreadable],
    [true, unreadable],
    [1e300, unreadable],
  ],
  link: [
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    [' mailto:a@example.com ', 'mailto:a@example.com'],
    ['HTTPS://EXAMPLE.COM', 'HTTPS://EXAMPLE.COM'],
    ['http://example.com', unreadable],
    ['javascript:alert(1)', unreadable],
    [' java\nscript:alert(1)', unreadable],
    ['data:text/html,x', unreadable],
    ['//example.com', unreadable],
    ['https://user:secret@example.com', unreadable],
    ['https://', unreadable],
    ['a.b+c@example.com', 'mailto:a.b+c@example.com'],
    ['a#b%c@example.com', 'mailto:a%23b%25c@example.com'],
    ['a@example.com?bcc=x@example.com', unreadable],
    ['', null],
    [5, unreadable],
    [['https://a.example', 'https://b.example'], unreadable],
  ],
  email: [
    ['a.b+c@example.com', 'a.b+c@example.com'],
    ['a@example.com?bcc=x@example.com', unreadable],
    ['a@b@c', unreadable],
    ['Ann <a@example.com>', unreadable],
    ['ann', unreadable],
    ['', null],
  ],
};

describe.each(Object.entries(cases) as [ColumnType, readonly Case[]][])('a value read as %s', (type, values) => {
  const all: readonly Case[] = [[null, null], [undefined, null], ...values];
  const written = all.map(([value, cell, format = {}]) => [value, cell, format] as const);
  it.each(written)('%j is %p', (value, cell, format) => {
    expect(cellReader({ type, format })(value)).toBe(cell);
  });
});

describe('whatever the value is', () => {
  const formats: ColumnFormat[] = [
    {},
    { list: 'count' },
    { whole: 100 },
    { durationUnit: 'hours' },
    { currency: 'EUR' },
  ];
  const words = fc.constantFrom('name', 'displayName', 'user', 'status', 'value', 'amount', 'toString', '__proto__');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constantFrom(null, undefined, '€ 5', 'PT5M', '[object Object]'),
      ),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(words, tie('any'), { maxKeys: 4 }),
    ),
  })).any;

  it.each(Object.keys(columnTypes) as ColumnType[])(
    'a %s cell is a plain value, and never names the class of an object',
    (type) => {
      fc.assert(
        fc.property(value, fc.constantFrom(...formats), (any, format) => {
          const cell = cellReader({ type, format })(any);
          expect(cell === null || cell === unreadable || ['string', 'number', 'boolean'].includes(typeof cell)).toBe(
            true,
          );
          if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
          if (!JSON.stringify(any ?? null).includes('[object')) expect(String(cell)).not.toContain('[object');
        }),
        { numRuns: 500 },
      );
    },
  );

  it('an amount written by any locale is read as that amount or not at all', () => {
    const locale = fc.constantFrom(
      'en-US',
      'de-DE',
      'de-CH',
      'fr-FR',
      'sv-SE',
      'pl-PL',
      'en-IN',
      'ja-JP',
      'pt-BR',
      'it-IT',
    );
    const currency = fc.constantFrom('EUR', 'USD', 'CHF', 'GBP', 'JPY', 'PLN');
    const display = fc.constantFrom('symbol' as const, 'code' as const);
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    let read = 0;
    fc.assert(
      fc.property(locale, currency, display, cents, (tag, code, currencyDisplay, number) => {
        const decimals = code === 'JPY' ? 0 : 2;
        const amount = Number((number / 100).toFixed(decimals));
        const text = new Intl.NumberFormat(tag, { style: 'currency', currency: code, currencyDisplay }).format(amount);
        const cell = cellReader({ type: 'currency', format: { currency: code } })(text);
        if (cell !== unreadable) expect(cell === amount || (cell === 0 && amount === 0)).toBe(true);
        read += Number(cell !== unreadable);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(350);
  });
});

it('takes no address for a link that is none, and none with user info, however it is written', () => {
  const part = fc.constantFrom('a', 'xn--', '0x', '1', '.', '-', ':', '@', '/', '?', '#', '%', '[', ' ', 'é', '\\');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = `https://${parts.join('')}`;
      const url = parseUrl(text.trim());
      const isSafe = url?.username === '' && url.password === '';
      expect(cellReader({ type: 'link' })(text)).toBe(isSafe ? text.trim() : unreadable);
    }),
    { numRuns: 3000 },
  );
});

it('takes exactly one @ with something before and behind for an e-mail address', () => {
  const address = /^[^\s@:?&<>]+@[^\s@:?&<>]+$/;
  const unit = fc.constantFrom('a', '@', '@', '.', ' ', ':', '?', '&', '<', '>', 'é', '\u2003', '\n');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 7 }), (text) => {
      expect(cellReader({ type: 'email' })(text)).toBe(address.test(text) ? text : unreadable);
    }),
    { numRuns: 3000 },
  );
});
