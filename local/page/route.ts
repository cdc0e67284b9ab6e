/** A page of the app: who it is of (`HostState.app.path`), its route, and what the app itself has put behind that. */
export interface AppPlace {
  app: string;
  route: string;
  inside: string;
}

/** Where the shell is, as its URL says. */
export type Route =
  | { at: 'home' }
  | { at: 'space'; spaceKey: string }
  | { at: 'page'; spaceKey: string; pageId: string }
  | { at: 'edit'; spaceKey: string; pageId: string }
  | { at: 'app'; moduleKey: string }
  | ({ at: 'global-page' } & AppPlace)
  | ({ at: 'space-page'; spaceKey: string } & AppPlace)
  | ({ at: 'space-settings'; spaceKey: string } & AppPlace)
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
  [/^\/wiki\/apps\/([^/]+\/[^/]+)\/([^/]+)((?:\/.*)?)$/, (parts) => ({ at: 'global-page', ...placeOf(parts) })],
  [
    /^\/wiki\/spaces\/([^/]+)\/apps\/([^/]+\/[^/]+)\/([^/]+)((?:\/.*)?)$/,
    ([spaceKey = '', ...parts]) => ({ at: 'space-page', spaceKey, ...placeOf(parts) }),
  ],
  [
    /^\/wiki\/spaces\/([^/]+)\/settings\/apps\/([^/]+\/[^/]+)\/([^/]+)((?:\/.*)?)$/,
    ([spaceKey = '', ...parts]) => ({ at: 'space-settings', spaceKey, ...placeOf(parts) }),
  ],
  [/^\/wiki\/admin\/apps\/([^/]+)$/, ([moduleKey = '']) => ({ at: 'app', moduleKey })],
];

function placeOf([app = '', route = '', inside = '']: string[]): AppPlace {
  return { app, route, inside };
}

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
    case 'global-page':
      return `/wiki${appPath(route)}`;
    case 'space-page':
      return `/wiki/spaces/${segment(route.spaceKey)}${appPath(route)}`;
    case 'space-settings':
      return `/wiki/spaces/${segment(route.spaceKey)}/settings${appPath(route)}`;
    case 'nowhere':
      return route.path;
  }
}

function appPath({ app, route, inside }: AppPlace): string {
  return `/apps/${encodeURI(app)}/${encodeURIComponent(route)}${encodeURI(inside)}`;
}
