import fc from 'fast-check';
import { compileExpression } from '../../../src/expressions/compile';
import { functions } from '../../../src/expressions/functions/function-registry';
import type { CellValue } from '../../../src/shared/frame';
import { Problem } from '../../../src/shared/problem';

const columns = [{ key: 'c0', label: 'A' }];
const cell = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<CellValue>('2026-11-23', '2026-11-23T09:30:00Z', '9999-99-99', '0000-00-00', '&amp;&#x110000;&'),
);

/** The value, or the problem of an expression that cannot be compiled; anything else is thrown. */
function outcome(expression: string, value: CellValue): CellValue | Problem {
  let calculation;
  try {
    calculation = compileExpression(expression, { columns, bind: (template) => template })([[value]]);
  } catch (error) {
    if (error instanceof Problem && error.code === 'expression-invalid') return error;
    throw error;
  }
  return calculation.at(0);
}

const literals = fc.constantFrom(
  '[A]',
  '{$.x}',
  "'d'",
  "'de-DE'",
  '""',
  '0',
  '1e308',
  '-1',
  'null',
  'true',
  "'2026-11-23'",
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    literals,
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%', '&', '=', '<', 'and', 'or'), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(fc.constantFrom(...functions.keys()), fc.array(tie('expression'), { minLength: 1, maxLength: 4 }))
      .map(([name, operands]) => `${name}(${operands.join(', ')})`),
    tie('expression').map((operand) => `not ${operand}`),
  ),
}));

describe('any expression', () => {
  it('has a value of a cell or one problem, whatever the row holds', () => {
    let values = 0;
    fc.assert(
      fc.property(expression, cell, (text, value) => {
        const found = outcome(text, value);
        if (found instanceof Problem) return;
        values++;
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof found);
        if (typeof found === 'number' && !Number.isNaN(value)) expect(found).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
    expect(values).toBeGreaterThan(1000);
  });

  it('made of any characters is refused or worked out', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      "'",
      '"',
      '{$',
      '}',
      ',',
      '&',
      '<',
      '>',
      '=',
      '!',
      '|',
      'IF',
      'not ',
      '1',
      '.',
      'e',
      '[A]',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, cell, (source, value) => {
        outcome(source, value);
      }),
      { numRuns: 3000 },
    );
  });

  it('of 1,000 characters comes to an end', () => {
    for (const text of [
      '('.repeat(1000),
      '1+'.repeat(499) + '1',
      '-'.repeat(999) + '1',
      'not '.repeat(249) + '1',
      '[A]&'.repeat(249) + '1',
      'ABS('.repeat(250),
    ]) {
      outcome(text, 'x');
    }
    expect(outcome('1+'.repeat(499) + '1', null)).toBe(500);
  });

  it('stops writing once it wrote too much, and says so', () => {
    const long = `'${'x'.repeat(50)}'`;
    const text = `REPLACE(REPLACE(${long}, 'x', ${long}), 'x', ${long})`;
    const calculation = compileExpression(text, { columns, bind: () => '' })([[]]);
    let rows = 0;
    while (!calculation.isSpent && rows < 200_000) calculation.at(rows++);
    expect(calculation.isSpent).toBe(true);
    expect(calculation.at(rows)).toBeNull();
    expect(rows).toBeGreaterThan(1_000);
  });
});
