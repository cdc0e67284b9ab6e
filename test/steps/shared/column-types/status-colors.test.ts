import type { StatusColor } from '../../../../src/shared/contract';
import { colorOfState, withRulesFor } from '../../../../src/shared/column-types/status-colors';

test.each<[StatusColor, string[]]>([
  ['green', ['Done', 'shipped', 'ACTIVE', 'Order completed', 'paid']],
  ['red', ['Cancelled', 'build_failed', 'OVERDUE', 'paymentRejected', 'Delivery failed']],
  ['yellow', ['On hold', 'Waiting for approval', 'partially-shipped', 'In review']],
  ['blue', ['Open', 'In progress', 'inTransit']],
  ['purple', ['New', 'scheduled']],
  ['neutral', ['Blue', 'not paid', 'Not completed', '12', '', 'Brokenhearted']],
])('%s: %j', (color, states) => {
  expect(states.map(colorOfState)).toEqual(states.map(() => color));
});

test('each value gets one rule, those that there are stay, and there are never too many', () => {
  const rules = [{ value: 'open', color: 'red' as const }];
  expect(withRulesFor(['Open', 'Done', 'done', 'X'], rules, 30)).toEqual([
    { value: 'open', color: 'red' },
    { value: 'Done', color: 'green' },
    { value: 'X', color: 'neutral' },
  ]);
  expect(withRulesFor(['a', 'b', 'c'], rules, 3)).toHaveLength(3);
});
