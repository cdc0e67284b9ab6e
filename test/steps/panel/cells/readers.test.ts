import fc from 'fast-check';
import type { ColumnType } from '../../../../src/frame';
import { cellReaders } from '../../../../src/panel/cells/readers';
import { unreadable } from '../../../../src/panel/cells/unreadable';
import { parseUrl } from '../../../../src/parse-url';

type Case = readonly [value: unknown, cell: unknown];

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
    ['Infinity', unreadable],
    [true, unreadable],
    [[1], unreadable],
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
    ['', null],
    [5, unreadable],
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
  it.each<Case>([[null, null], [undefined, null], ...values])('%j is %p', (value, cell) => {
    expect(cellReaders[type](value)).toBe(cell);
  });

  it('never prints an object by its class', () => {
    for (const value of [{}, { a: 1 }, [{}], [[]], [[{ a: [1] }]]]) {
      expect(String(cellReaders[type](value))).not.toContain('[object');
    }
  });
});

it('takes no address for a link that is none, and none with user info, however it is written', () => {
  const part = fc.constantFrom('a', 'xn--', '0x', '1', '.', '-', ':', '@', '/', '?', '#', '%', '[', ' ', 'é', '\\');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = `https://${parts.join('')}`;
      const url = parseUrl(text.trim());
      const isSafe = url?.username === '' && url.password === '';
      expect(cellReaders.link(text)).toBe(isSafe ? text.trim() : unreadable);
    }),
    { numRuns: 3000 },
  );
});

it('takes exactly one @ with something before and behind for an e-mail address', () => {
  const address = /^[^\s@:?&<>]+@[^\s@:?&<>]+$/;
  const unit = fc.constantFrom('a', '@', '@', '.', ' ', ':', '?', '&', '<', '>', 'é', '\u2003', '\n');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 7 }), (text) => {
      expect(cellReaders.email(text)).toBe(address.test(text) ? text : unreadable);
    }),
    { numRuns: 3000 },
  );
});
