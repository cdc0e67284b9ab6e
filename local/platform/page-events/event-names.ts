/** What can happen to a page here. */
export type ContentEventKind = 'created' | 'updated' | 'moved' | 'copied';

const ofPages: readonly ContentEventKind[] = ['created', 'updated', 'moved', 'copied'];

/** The life cycle event that a new installation begins with. */
export const installedEvent = 'avi:forge:installed:app';

/** The name of the event as triggers of a manifest list it. */
export function eventName(kind: ContentEventKind, content: 'page' | 'blogpost'): string {
  return `avi:confluence:${kind}:${content}`;
}

/** All events that the host sends. */
export const eventNames: ReadonlySet<string> = new Set([
  installedEvent,
  ...ofPages.map((kind) => eventName(kind, 'page')),
]);
