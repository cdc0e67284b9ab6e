import { compileExpression } from '../../../src/expressions/compile';
import type { CellValue } from '../../../src/shared/frame';
import { Problem } from '../../../src/shared/problem';

const columns = ['Price', 'Quantity', 'Name', 'Due', 'Open', 'Note', 'a]b', 'Twice', 'Twice'].map((label, index) => ({
  key: `c${index}`,
  label,
}));
const row: CellValue[] = [12.5, 4, 'Ada Lovelace', '2026-11-23T09:30:00Z', true, null, 'odd', 1, 2];
const bound: Record<string, string> = { '{$.min}': '10', '{$.evil}': "' & [Name] & '", 'x{$.min}y': 'x10y' };

function value(expression: string): CellValue {
  const bind = (template: string) => bound[template] ?? '';
  return compileExpression(expression, { columns, bind })(row.map((cell) => [cell])).at(0);
}

function message(expression: string): string {
  try {
    value(expression);
  } catch (error) {
    if (error instanceof Problem && error.code === 'expression-invalid') return error.message;
    throw error;
  }
  throw new Error(`${expression} compiles`);
}

describe('the value of an expression', () => {
  it.each<[string, CellValue]>([
    ['[Price] * [Quantity]', 50],
    ['[price]*[ QUANTITY ]', 50],
    ['[c0]', 12.5],
    ['[c8]', 2],
    ['[a]]b]', 'odd'],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['-2 * -3', 6],
    ['- 2 - 3', -5],
    ['7 % 4', 3],
    ['1 / 0', null],
    ['7 % 0', null],
    ['1e3 + .5', 1000.5],
    ['1e308 * 10', null],
    ['"2" + 3', 5],
    ["'two' + 3", null],
    ['[Note] + 3', null],
    ['-[Name]', null],
    ["[Name] & ', ' & [Note] & [Quantity]", 'Ada Lovelace, 4'],
    ['\'it\'\'s\' & " ""so"""', 'it\'s "so"'],
    ['1 & 2 + 3', '15'],
    ['[Quantity] = 4', true],
    ['[Quantity] == 4 and [Quantity] <> 5 and [Quantity] != 5', true],
    ["[Name] = 'ADA LOVELACE'", true],
    ["[Name] < 'b'", true],
    ['[Note] = null', true],
    ['[Note] = 0', false],
    ['[Note] != 0', true],
    ['[Note] < 5', false],
    ['null >= null', true],
    ["[Price] >= '12.5'", true],
    ["[Price] > 'many'", false],
    ["[Due] < '2026-12-01'", true],
    ["[Due] = '2026-11-23'", true],
    ["[Due] <= '2026-11-23T10:30:00+01:00'", true],
    ["[Due] < '2026-11-23T10:30:00+01:00'", false],
    ['[Open] = true', true],
    ["[Open] = 'yes'", true],
    ['not [Open]', false],
    ['NOT [Open] OR [Quantity] > 3', true],
    ['not [Quantity] = 5', true],
    ['true or false and false', true],
    ['[Price] > {$.min}', true],
    ["'x{$.min}y'", 'x10y'],
    ['{$.evil}', "' & [Name] & '"],
    ["if([Quantity] > 3, 'many', 'few')", 'many'],
    ["IF([Note], 'some')", null],
    ["COALESCE([Note], '', [Name])", 'Ada Lovelace'],
    ['COALESCE([Note])', null],
    ['ROUND(2.5)', 3],
    ['ROUND(-2.5)', -3],
    ['ROUND(1.005, 2)', 1.01],
    ['ROUND(1234.5, -2)', 1200],
    ['ROUND(1e300, 5)', 1e300],
    ["ROUND('x')", null],
    ['ABS(-3)', 3],
    ['MIN(3, [Note], 1, 2)', 1],
    ['MAX(3, 10, 9)', 10],
    ["MAX('2026-01-01', [Due])", '2026-11-23T09:30:00Z'],
    ["MIN(1, 'x')", null],
    ['MIN([Note])', null],
    ["NUMBER(' 12.50 ')", 12.5],
    ["NUMBER('1,5')", null],
    ['TEXT(12.50)', '12.5'],
    ['TEXT([Note])', null],
    ['UPPER([Name])', 'ADA LOVELACE'],
    ['LOWER([Name])', 'ada lovelace'],
    ["TRIM('  a b ')", 'a b'],
    ['LEFT([Name], 3)', 'Ada'],
    ['RIGHT([Name], 4)', 'lace'],
    ['LEFT([Name])', 'A'],
    ['LEFT([Name], 0)', ''],
    ['LEFT([Name], -5)', ''],
    ['RIGHT([Name], 999)', 'Ada Lovelace'],
    ["LEFT('😀😀a', 1)", '😀'],
    ["RIGHT('a😀b', 2)", '😀b'],
    ["LEN('a😀b')", 3],
    ['LEN([Note])', 0],
    ["CONTAINS([Name], 'LOVE')", true],
    ["CONTAINS([Name], 'x')", false],
    ["REPLACE('a.b.c', '.', '--')", 'a--b--c'],
    ["REPLACE('aaa', '', 'x')", 'aaa'],
    ["CONCAT([Name], ' ', [Quantity], [Note])", 'Ada Lovelace 4'],
    ["DATE_DIFF('2026-11-01', '2026-11-23')", 22],
    ["DATE_DIFF([Due], '2026-11-23')", -9.5 / 24],
    ["DATE_DIFF([Name], '2026-11-23')", null],
    ["DECODE_HTML('a &amp; b &eacute; &#8364; &#x20AC; &NotEqualTilde; &unknown;')", 'a & b é € € ≂̸ &unknown;'],
    ['DECODE_HTML([Note])', null],
    ["STRIP_TAGS('<p>Down from <b>8</b> to 9&nbsp;am.</p><ul><li>db</li></ul>')", 'Down from 8 to 9 am.\ndb'],
    ['STRIP_TAGS([Note])', null],
  ])('%s is %j', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["'d'", '11/23/2026'],
    ["'D'", 'Monday, November 23, 2026'],
    ["'f'", 'Monday, November 23, 2026 9:30 AM'],
    ["'F'", 'Monday, November 23, 2026 9:30:00 AM'],
    ["'g'", '11/23/2026 9:30 AM'],
    ["'G'", '11/23/2026 9:30:00 AM'],
    ["'m'", 'November 23'],
    ["'o'", '2026-11-23T09:30:00.0000000Z'],
    ["'r'", 'Mon, 23 Nov 2026 09:30:00 GMT'],
    ["'s'", '2026-11-23T09:30:00'],
    ["'t'", '9:30 AM'],
    ["'T'", '9:30:00 AM'],
    ["'u'", '2026-11-23 09:30:00Z'],
    ["'U'", 'Monday, November 23, 2026 9:30:00 AM'],
    ["'Y'", 'November 2026'],
    ["'d', 'de-DE'", '23.11.2026'],
    ["'D', 'de-DE'", 'Montag, 23. November 2026'],
    ["'G', 'de-DE', 'Europe/Berlin'", '23.11.2026 10:30:00'],
    ["'s', '', 'America/New_York'", '2026-11-23T04:30:00'],
    ["'d', 'en-GB'", '23/11/2026'],
    ["'g', 'fr-FR'", '23/11/2026 09:30'],
  ])('FORMAT_DATE([Due], %s) is %s', (rest, expected) => {
    expect(value(`FORMAT_DATE([Due], ${rest})`)).toBe(expected);
  });

  it('keeps a plain day that day in every zone', () => {
    expect(value("FORMAT_DATE('2026-01-02', 'd', 'de-DE', 'America/New_York')")).toBe('02.01.2026');
  });

  it('is empty for a date format that only a row brings and that is none', () => {
    expect(value('FORMAT_DATE([Due], [Name])')).toBeNull();
    expect(value("FORMAT_DATE([Due], LEFT('dx'))")).toBe('11/23/2026');
    expect(value("FORMAT_DATE([Name], 'd')")).toBeNull();
  });

  it('cuts a text that grows too long, whatever made it', () => {
    const x = `'${'x'.repeat(100)}'`;
    for (const growing of [
      `REPLACE(REPLACE(REPLACE(${x}, 'x', ${x}), 'x', ${x}), 'x', ${x})`,
      `REPLACE(REPLACE(${x}, 'x', ${x}), 'x', ${x}) & [Name]`,
      `CONCAT(REPLACE(REPLACE(${x}, 'x', ${x}), 'x', ${x}), [Name])`,
    ]) {
      expect(value(growing)).toHaveLength(8000);
    }
  });
});

describe('an expression with an error', () => {
  it.each([
    ['[Pric] * 2', 'at character 1: there is no column "Pric" at this step.'],
    ['2 * [Twice]', 'at character 5 (after 2 *): 2 columns are called "Twice"; give one of them another label'],
    ['', 'at its end: a value is missing'],
    ['1 +', 'at its end: a value is missing'],
    ['1 + * 2', 'at character 5 (after 1 +): a value is missing before "*"'],
    ['(1 + 2', 'at character 1: the closing ")" of this "(" is missing'],
    ['1 + 2)', 'at character 6 (after 1 + 2): this ")" has no opening "("'],
    ['1 2', 'at character 3 (after 1): an operator such as + or & is missing'],
    ["'abc", "at character 1: the closing ' is missing"],
    ['"abc', 'at character 1: the closing " is missing'],
    ['[Price', 'at character 1: the closing "]" of the column is missing'],
    ['{$.x', 'the closing "}" of the variable is missing'],
    ['{x}', 'a variable is written {$.key}'],
    ['Price * 2', 'a column is written in brackets, as in [Price]'],
    ['true && false', 'at character 6 (after true): "&&" is not allowed here; write "and"'],
    ['!true', 'write "not"'],
    ['1 < 2 < 3', 'compare two values at a time'],
    ['NOPE(1)', 'there is no function NOPE; use one of IF, COALESCE'],
    ['ROUND()', 'ROUND takes 1 to 2 values, not 0'],
    ['ABS(1, 2)', 'ABS takes 1 value, not 2'],
    ['CONCAT()', 'CONCAT takes at least 1 value, not 0'],
    ['IF(true, 1', 'the closing ")" of this "(" is missing'],
    ['IF(true 1)', 'an operator, a comma or ")" is missing'],
    ['IF(true, )', 'a value is missing before ")"'],
    ["FORMAT_DATE([Due], 'x')", 'there is no date format "x"'],
    ["FORMAT_DATE([Due], 'd', 'not a culture')", 'there is no culture "not a culture"'],
    ["FORMAT_DATE([Due], 'd', 'de-DE', 'Mars/Base')", 'there is no time zone "Mars/Base"'],
    ['1 # 2', '"#" is not allowed here'],
    ['[Size] + 1]', '"]" in the label of a column is written "]]"'],
    ['1 😀', '"😀" is not allowed here'],
    ['9'.repeat(400), 'the number is too large'],
    ['('.repeat(60), 'nested more than 50 levels deep'],
    ['-'.repeat(60), 'nested more than 50 levels deep'],
    ['1+'.repeat(600), 'can have at most 1000 characters'],
  ])('%s says so', (expression, expected) => {
    expect(message(expression)).toContain(expected);
  });

  it('has no way to anything but columns and values', () => {
    for (const reach of [
      'constructor',
      '[constructor]',
      '[__proto__]',
      'toString()',
      '__proto__(1)',
      'CONSTRUCTOR(1)',
    ]) {
      expect(message(reach)).toContain('The expression has an error');
    }
  });
});
