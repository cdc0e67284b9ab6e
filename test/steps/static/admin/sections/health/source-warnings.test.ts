import type { DataSourceSummary, Health } from '../../../../../../src/shared/contract';
import { sourceWarnings } from '../../../../../../static/admin/sections/health/source-warnings';

const hour = 3_600_000;
const now = 1_000 * hour;
const day = (iso: string): string => `day ${iso}`;

const source = (
  name: string,
  health: Partial<Health>,
  state: DataSourceSummary['badge']['state'] = 'authenticated',
) => ({
  id: name,
  name,
  host: 'api.example.com',
  authenticationType: 'oauth2' as const,
  badge: { state },
  health: { findings: [], ...health },
  panelCount: 1,
});
const failing = (hours: number): Partial<Health> => ({
  failingSince: now - hours * hour,
  lastFailure: { at: now, message: 'The API failed. An admin can check its URL.' },
});

test('admins are warned of what breaks pages, the most urgent first, and of nothing else', () => {
  const sources = [
    source('Well', { secretExpiry: { on: 'x', daysLeft: 31 }, lastSuccessAt: now }),
    source('Soon', { secretExpiry: { on: 'x', daysLeft: 30 } }),
    source('Briefly', failing(23)),
    source('Down', failing(24)),
    source('Longer down', failing(49)),
    source('Ended', failing(49), 'reconnect-needed'),
    source('Over', { secretExpiry: { on: 'x', daysLeft: -1 } }),
    source('Unfinished', {}, 'not-authenticated'),
  ];
  expect(sourceWarnings(sources, now, day).map(({ name, text }) => [name, text])).toEqual([
    ['Down', 'Failing for a day. The API failed. Check its URL.'],
    ['Longer down', 'Failing for 2 days. The API failed. Check its URL.'],
    ['Ended', 'Reconnect needed.'],
    ['Over', 'Client secret expired on day x.'],
    ['Soon', 'Client secret expires in 30 days, on day x.'],
  ]);
  expect(sourceWarnings([], now, day)).toEqual([]);
});
