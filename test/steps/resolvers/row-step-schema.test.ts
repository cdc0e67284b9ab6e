import * as v from 'valibot';
import { rowStepsSchema } from '../../../src/resolvers/row-step-schema';

const condition = { column: 'c0', operator: 'equals', value: 'x' };
const where = (more: object) => ({ kind: 'where', match: 'all', conditions: [condition], ...more });
const compute = (more: object) => ({
  kind: 'compute',
  column: { key: 't', label: 'T', type: 'number', expression: '1', ...more },
});
const group = (more: object) => ({ kind: 'group', columns: ['c0'], aggregates: [], ...more });

describe('the shape of row steps', () => {
  const steps = [
    where({}),
    compute({ format: { decimals: 2 }, align: 'end', width: 80, hidden: true }),
    group({ aggregates: [{ key: 'n', label: 'N', function: 'sum', column: 'c1' }] }),
    { kind: 'distinct', columns: [] },
    { kind: 'sort', sorts: [{ column: 'c0', direction: 'ascending' }] },
    { kind: 'limit', count: 5 },
  ];

  it('is passed on as it is', () => {
    expect(v.parse(rowStepsSchema, steps)).toEqual(steps);
  });

  it('loses what it does not know', () => {
    expect(v.parse(rowStepsSchema, [{ ...where({}), script: 'x' }])).toEqual([where({})]);
  });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['an unknown kind', [{ kind: 'script', code: '1' }]],
    ['21 steps', Array.from({ length: 21 }, () => where({}))],
    ['21 conditions', [where({ conditions: Array.from({ length: 21 }, () => condition) })]],
    ['a value of 2,001 characters', [where({ conditions: [{ ...condition, value: 'x'.repeat(2001) }] })]],
    ['an unknown operator', [where({ conditions: [{ ...condition, operator: 'matches' }] })]],
    ['an expression of 1,001 characters', [compute({ expression: '1'.repeat(1001) })]],
    ['a key that no column may have', [compute({ key: '__proto__' })]],
    [
      '21 aggregates',
      [group({ aggregates: Array.from({ length: 21 }, () => ({ key: 'n', label: 'N', function: 'count' })) })],
    ],
    ['an unknown function', [group({ aggregates: [{ key: 'n', label: 'N', function: 'median' }] })]],
    ['no rows', [{ kind: 'limit', count: 0 }]],
    ['half a row', [{ kind: 'limit', count: 1.5 }]],
    ['more rows than there can be', [{ kind: 'limit', count: 200_001 }]],
  ])('cannot be %s', (_, value) => {
    expect(v.safeParse(rowStepsSchema, value).success).toBe(false);
  });
});
