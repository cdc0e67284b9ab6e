import type { Badge, Health } from '../../../../../../src/shared/contract';
import { sourceState, spanText } from '../../../../../../static/admin/sections/health/source-state';

const minute = 60_000;
const hour = 60 * minute;
const now = 1_000 * hour;
const authenticated: Badge = { state: 'authenticated' };
const failing = { failingSince: now - 3 * minute, lastFailure: { at: now, message: 'It failed.' } };
const ends = (daysLeft: number): Partial<Health> => ({ secretExpiry: { on: 'x', daysLeft } });

test.each<[string, Badge, Partial<Health>, string, number]>([
  ['a sign-in to be made again before all else', { state: 'reconnect-needed' }, failing, 'Reconnect needed', 0],
  ['a failure before what may come', authenticated, { ...failing, ...ends(3) }, 'Failing · 3 min', 1],
  ['a secret that has ended', authenticated, ends(-1), 'Secret expired', 2],
  ['a secret that ends today', authenticated, ends(0), 'Secret expires today', 2],
  ['a secret that ends soon', authenticated, ends(30), 'Secret expires · 30 d', 2],
  ['a sign-in that was never made', { state: 'not-authenticated' }, ends(90), 'Not authenticated', 3],
  ['rows that are not read', authenticated, { unread: { at: 1, message: 'More.' } }, 'Rows missing', 4],
  ['that all is well', authenticated, { ...ends(31), lastSuccessAt: now }, 'Authenticated', 5],
  ['that nobody needs to sign in', { state: 'not-needed' }, {}, 'No sign-in needed', 5],
])('one line says %s', (_name, badge, health, label, rank) => {
  expect(sourceState({ badge, health: { findings: [], ...health } }, now)).toMatchObject({ label, rank });
});

test.each([
  [0, '1 min'],
  [59 * minute, '59 min'],
  [hour, '1 h'],
  [47 * hour, '47 h'],
  [48 * hour, '2 d'],
])('a span of %d ms reads "%s"', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});
