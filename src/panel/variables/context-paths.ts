/** What Confluence says of the reader, the page and the moment, as `{$.user.email}` names it. */
export const contextPaths = [
  'user.accountId',
  'user.email',
  'user.displayName',
  'user.active',
  'user.publicName',
  'space.key',
  'space.id',
  'space.name',
  'page.id',
  'page.title',
  'site.url',
  'now',
] as const;

export type ContextPath = (typeof contextPaths)[number];

/** Moves on without the reader, so rows read with it are as old as their reading and no older. */
export const momentPath = 'now' satisfies ContextPath;

export function isContextPath(path: string): path is ContextPath {
  return (contextPaths as readonly string[]).includes(path);
}

/** Whether a path begins as those of Confluence do, so that no variable can have its name. */
export function isReserved(path: string): boolean {
  const [root] = path.split('.');
  return contextPaths.some((known) => known.split('.')[0] === root);
}
