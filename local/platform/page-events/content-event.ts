import type { ProductContent, ProductSpace } from '../product/seed';
import type { ContentEventKind } from './event-names';
import { eventName } from './event-names';

/** Something that somebody did to a page or a blog post. */
export interface ContentChange {
  kind: ContentEventKind;
  content: ProductContent;
  /** Who did it. */
  accountId: string;
  /** Of a moved one: what it was before. */
  previous?: ProductContent;
  /** Of a copy: the id of what it is a copy of. */
  originId?: string;
}

/** Where it is, and when it happened, in milliseconds. */
export interface Happening {
  now: number;
  space(id: string): ProductSpace | undefined;
}

/** What a trigger is sent for the change: developer.atlassian.com, events reference, "Confluence events". */
export function contentEvent(change: ContentChange, happening: Happening): Record<string, unknown> {
  const { kind, content, accountId, previous, originId } = change;
  return {
    eventType: eventName(kind, content.kind),
    atlassianId: accountId,
    eventCreatedDate: new Date(happening.now).toISOString(),
    suppressNotifications: false,
    selfGenerated: false,
    ...(kind === 'updated' && { updateTrigger: 'edit_page' }),
    content: described(content, accountId, happening),
    ...(previous && { prevContent: described(previous, accountId, happening) }),
    ...(originId !== undefined && { originContentId: originId }),
  };
}

function described(content: ProductContent, accountId: string, { now, space }: Happening): Record<string, unknown> {
  const { id, kind, status, title, spaceId, authorId, createdAt, version } = content;
  return {
    id,
    type: kind,
    status,
    title,
    space: spaceOf(space(spaceId)),
    history: { latest: true, createdBy: userOf(authorId), ownedBy: userOf(authorId), createdDate: createdAt },
    version: { by: userOf(accountId), when: new Date(now).toISOString(), number: version },
  };
}

function spaceOf(space: ProductSpace | undefined): Record<string, unknown> | undefined {
  if (!space) return undefined;
  const { id, key, name } = space;
  return { id: Number(id), key, alias: key, name, type: 'global', status: 'current', icon: picture('/images/space') };
}

/** What would tell who somebody is holds the account id instead. */
function userOf(accountId: string): Record<string, unknown> {
  return {
    type: 'known',
    username: accountId,
    accountId,
    accountType: 'atlassian',
    email: accountId,
    publicName: accountId,
    displayName: accountId,
    profilePicture: picture(`/wiki/aa-avatar/${accountId}`),
    isExternalCollaborator: false,
  };
}

function picture(path: string): Record<string, unknown> {
  return { path, width: 48, height: 48, isDefault: true };
}
