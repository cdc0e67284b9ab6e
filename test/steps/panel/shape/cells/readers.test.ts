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
    ['<b>a</b>', '<b>a</b>'],
    ['<p>Up to <b>8</b> &amp; more</p>\n<!-- x --><p>Then</p>', 'Up to 8 & more\nThen', { stripTags: true }],
    ['a<br/>b<script>alert(1)</script>', 'a\nb', { stripTags: true }],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2', { stripTags: true }],
    [5, '5', { stripTags: true }],
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
    ['1.234,5', 1234.5, { decimalSign: ',' }],
    ['1.234', 1234, { decimalSign: ',' }],
    ['45,67', 45.67, { decimalSign: ',' }],
    ['1 234 567,8', 1234567.8, { decimalSign: ',' }],
    ['-5', -5, { decimalSign: ',' }],
    ['1.5', unreadable, { decimalSign: ',' }],
    ['1,5e3', 1500, { decimalSign: ',' }],
    [1.5, 1.5, { decimalSign: ',' }],
    ['', null, { decimalSign: ',' }],
    ['1,234.5', 1234.5, { decimalSign: '.' }],
    ["1'234", 1234, { decimalSign: '.' }],
    ['12,34,567.5', 1234567.5, { decimalSign: '.' }],
    ['(1,234.50)', -1234.5, { decimalSign: '.' }],
    ['12.50-', -12.5, { decimalSign: '.' }],
    ['-12-', unreadable, { decimalSign: '.' }],
    ['1,2', unreadable, { decimalSign: '.' }],
    ['.', unreadable, { decimalSign: '.' }],
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
    ['€ 1.234', 1234, { currency: 'EUR', decimalSign: ',' }],
    ['€ 1.234', 1.234, { decimalSign: '.' }],
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
    ['1,234 %', 0.01234, { decimalSign: ',' }],
    ['0,5', 0.5, { decimalSign: ',' }],
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
    ['Y', true],
    ['n', false],
    ['t', true],
    ['F', false],
    ['On', true],
    ['off', false],
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
    ['1 March 2026', '2026-03-01'],
    ['02/03/2026', '2026-03-02', { datePattern: 'dd/MM/yyyy' }],
    ['2/3/26', '2026-02-03', { datePattern: 'M/d/yy' }],
    ['2026-03-01', '2026-03-01', { datePattern: 'dd/MM/yyyy' }],
    ['31/02/2026', unreadable, { datePattern: 'dd/MM/yyyy' }],
    ["5 o'clock, 2026", '2026-01-01', { datePattern: "H 'o''clock', yyyy" }],
    ['02/03/2026', unreadable, { datePattern: 'broken' }],
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
    ['2026-11-23 09:30:00 UTC', '2026-11-23T09:30:00Z'],
    ['2026-11-23 09:30:00 +0000', '2026-11-23T09:30:00Z'],
    ['2026-11-23T09:30:00Z[UTC]', '2026-11-23T09:30:00Z'],
    ['2026-11-23T10:30:00+01:00[Europe/Berlin]', '2026-11-23T09:30:00Z'],
    ['2026-11-23 10:30 Europe/Berlin', '2026-11-23T09:30:00Z'],
    ['2026-07-23 11:30 Europe/Berlin', '2026-07-23T09:30:00Z'],
    ['2026-11-23 10:30 Atlantis/Capital', unreadable],
    ['2026-11-23 10:30 XYZ', unreadable],
    ['20261123T093000Z', '2026-11-23T09:30:00Z'],
    ['2026/11/23 09:30:00', '2026-11-23T09:30:00Z'],
    ['2026-11-23T24:00:00Z', '2026-11-24T00:00:00Z'],
    ['2026-11-23T24:01:00Z', unreadable],
    ['Mon Nov 23 09:30:00 +0000 2026', '2026-11-23T09:30:00Z'],
    ['Mon Nov  2 09:30:00 2026', '2026-11-02T09:30:00Z'],
    ['Mon Nov 23 2026 10:30:00 GMT+0100 (Central European Standard Time)', '2026-11-23T09:30:00Z'],
    ['Mon, 23 Nov 2026 04:30:00 EST', '2026-11-23T09:30:00Z'],
    ['Monday, 23-Nov-26 09:30:00 GMT', '2026-11-23T09:30:00Z'],
    ['23-NOV-26', '2026-11-23T00:00:00Z'],
    ['November 23, 2026 at 9:30 AM', '2026-11-23T09:30:00Z'],
    ['Nov 23rd, 2026 12:05 a.m.', '2026-11-23T00:05:00Z'],
    ['23.11.2026 09:30', '2026-11-23T09:30:00Z'],
    ['23. 1. 2026', '2026-01-23T00:00:00Z'],
    ['2026-061', '2026-03-02T00:00:00Z'],
    ['2026-366', unreadable],
    ['2026-W01-1', '2025-12-29T00:00:00Z'],
    [1795426200000000, '2026-11-23T09:30:00Z'],
    ['1795426200000000000', '2026-11-23T09:30:00Z'],
    ['/Date(1795426200000+0100)/', '2026-11-23T09:30:00Z'],
    ['3/1/2026 10:11:12 AM', '2026-01-03T10:11:12Z', { datePattern: 'd/M/yyyy h:mm:ss a' }],
    ['23.11.26 09:30 +0100', '2026-11-23T08:30:00Z', { datePattern: 'dd.MM.yy HH:mm z' }],
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
