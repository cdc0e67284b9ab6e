/** What can happen to a page or a blog post here. */
export type ContentEventKind = 'created' | 'updated' | 'moved' | 'copied' | 'restored' | 'deleted';

const ofContents: readonly ContentEventKind[] = ['created', 'updated', 'moved', 'copied', 'restored', 'deleted'];

/** The life cycle event that a new installation begins with. */
export const installedEvent = 'avi:forge:installed:app';

/** The name of the event as triggers of a manifest list it. */
export function eventName(kind: ContentEventKind, content: 'page' | 'blogpost'): string {
  return `avi:confluence:${kind}:${content}`;
}

/** All events that the host sends. */
export const eventNames: ReadonlySet<string> = new Set([
  installedEvent,
  ...ofContents.flatMap((kind) => [eventName(kind, 'page'), eventName(kind, 'blogpost')]),
]);
