/** Where the shell is, as its URL says. */
export type Route =
  | { at: 'home' }
  | { at: 'space'; spaceKey: string }
  | { at: 'page'; spaceKey: string; pageId: string }
  | { at: 'edit'; spaceKey: string; pageId: string }
  | { at: 'app'; moduleKey: string }
  | { at: 'nowhere'; path: string };

const PATTERNS: [RegExp, (parts: string[]) => Route][] = [
  [/^\/$/, () => ({ at: 'home' })],
  [/^\/wiki\/?$/, () => ({ at: 'home' })],
  [/^\/wiki\/spaces\/([^/]+)\/?$/, ([spaceKey = '']) => ({ at: 'space', spaceKey })],
  [
    /^\/wiki\/spaces\/([^/]+)\/pages\/edit\/([^/]+)$/,
    ([spaceKey = '', pageId = '']) => ({ at: 'edit', spaceKey, pageId }),
  ],
  [/^\/wiki\/spaces\/([^/]+)\/pages\/([^/]+)$/, ([spaceKey = '', pageId = '']) => ({ at: 'page', spaceKey, pageId })],
  [/^\/wiki\/admin\/apps\/([^/]+)$/, ([moduleKey = '']) => ({ at: 'app', moduleKey })],
];

/** The part of the shell that a path of the site names; `nowhere` for a path that names none. */
export function readRoute(path: string): Route {
  for (const [pattern, make] of PATTERNS) {
    const found = pattern.exec(path);
    if (found) return make(found.slice(1).map(decodeURIComponent));
  }
  return { at: 'nowhere', path };
}

/** The path that `readRoute` reads back as the same route. */
export function pathOf(route: Route): string {
  const segment = encodeURIComponent;
  switch (route.at) {
    case 'home':
      return '/';
    case 'space':
      return `/wiki/spaces/${segment(route.spaceKey)}`;
    case 'page':
      return `/wiki/spaces/${segment(route.spaceKey)}/pages/${segment(route.pageId)}`;
    case 'edit':
      return `/wiki/spaces/${segment(route.spaceKey)}/pages/edit/${segment(route.pageId)}`;
    case 'app':
      return `/wiki/admin/apps/${segment(route.moduleKey)}`;
    case 'nowhere':
      return route.path;
  }
}
