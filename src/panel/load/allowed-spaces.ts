import type { AllowedSpaces } from '../../shared/contract';
import type { Content } from '../../ports';
import { Problem } from '../../shared/problem';

/** Whether a data source with these allowed spaces may be shown in the space. */
export function isAllowedIn(allowed: AllowedSpaces, spaceId: string): boolean {
  return allowed.mode === 'all' || (allowed.mode === 'named' && allowed.spaceIds.includes(spaceId));
}

/** @throws Problem `forbidden` where the data source may not be shown in the space */
export function requireAllowedIn(allowed: AllowedSpaces, spaceId: string): void {
  if (!isAllowedIn(allowed, spaceId)) throw notAllowedHere();
}

/**
 * Does nothing where the caller may see the data on the page they say they are on. Where spaces are named, Confluence
 * is asked whether they may read that page and which space it is in; any doubt refuses.
 * @throws Problem `forbidden`
 */
export async function requireVisible(
  allowed: AllowedSpaces,
  claimedContentId: string | undefined,
  content: Content,
): Promise<void> {
  if (allowed.mode === 'all') return;
  const page = claimedContentId === undefined ? undefined : await content.readable(claimedContentId);
  if (!page) throw notAllowedHere();
  requireAllowedIn(allowed, page.spaceId);
}

function notAllowedHere(): Problem {
  return new Problem('forbidden', 'This panel is not allowed in this space.', {
    remedy: 'An admin can allow the space in its data source.',
  });
}
