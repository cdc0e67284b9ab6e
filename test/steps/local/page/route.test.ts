import type { Route } from '../../../../local/page/route';
import { pathOf, readRoute } from '../../../../local/page/route';

const ROUTES: [string, Route][] = [
  ['/', { at: 'home' }],
  ['/wiki/spaces/DEMO', { at: 'space', spaceKey: 'DEMO' }],
  ['/wiki/spaces/DEMO/pages/12', { at: 'page', spaceKey: 'DEMO', pageId: '12' }],
  ['/wiki/spaces/DEMO/pages/edit/12', { at: 'edit', spaceKey: 'DEMO', pageId: '12' }],
  ['/wiki/admin/apps/external-data-settings', { at: 'app', moduleKey: 'external-data-settings' }],
  ['/wiki/apps/a-1/e-1/start', { at: 'global-page', app: 'a-1/e-1', route: 'start', inside: '' }],
  ['/wiki/apps/a-1/e-1/start/of%20all/2', { at: 'global-page', app: 'a-1/e-1', route: 'start', inside: '/of all/2' }],
  [
    '/wiki/spaces/DEMO/apps/a-1/e-1/start',
    { at: 'space-page', spaceKey: 'DEMO', app: 'a-1/e-1', route: 'start', inside: '' },
  ],
  [
    '/wiki/spaces/DEMO/settings/apps/a-1/e-1/start',
    { at: 'space-settings', spaceKey: 'DEMO', app: 'a-1/e-1', route: 'start', inside: '' },
  ],
  ['/wiki/spaces/~ad%20min/pages/1', { at: 'page', spaceKey: '~ad min', pageId: '1' }],
];

test.each(ROUTES)('%s names a place, and the place gives the path back', (path, route) => {
  expect(readRoute(path)).toEqual(route);
  expect(pathOf(route)).toBe(path);
});

test('a path that names nothing is kept as it is', () => {
  expect(readRoute('/wiki/labels')).toEqual({ at: 'nowhere', path: '/wiki/labels' });
});
