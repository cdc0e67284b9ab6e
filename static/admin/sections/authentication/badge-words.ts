import type { Badge, BadgeState } from '../../../../src/shared/contract';

export type BadgeAppearance = 'success' | 'default' | 'inprogress' | 'removed' | 'new';

const words: Record<BadgeState, { label: string; appearance: BadgeAppearance }> = {
  'not-needed': { label: 'No sign-in needed', appearance: 'default' },
  'not-authenticated': { label: 'Not authenticated', appearance: 'default' },
  waiting: { label: 'Waiting', appearance: 'inprogress' },
  authenticated: { label: 'Authenticated', appearance: 'success' },
  'reconnect-needed': { label: 'Reconnect needed', appearance: 'removed' },
};

/** The label of a badge and the look of its lozenge. */
export function badgeWords(state: BadgeState): { label: string; appearance: BadgeAppearance } {
  return words[state];
}

function signedInSentence(
  { authenticatedBy, authenticatedAt }: Badge,
  time: (at: number) => string,
): string | undefined {
  const at = authenticatedAt === undefined ? '' : ` on ${time(authenticatedAt)}`;
  if (authenticatedBy?.displayName) return `Signed in by ${authenticatedBy.displayName}${at}.`;
  return at === '' ? undefined : `Authenticated${at}.`;
}

/** The plain sentences below a badge, most important first. `time` words a moment. */
export function badgeSentences(badge: Badge, time: (at: number) => string): string[] {
  const sentences: (string | undefined)[] = [badge.reason];
  if (badge.state === 'authenticated') {
    sentences.push(signedInSentence(badge, time));
    if (badge.hasRefreshToken === false) {
      sentences.push('The provider issued no refresh token, so access ends when the access token expires.');
    }
    if (badge.lastRefreshAt !== undefined) sentences.push(`Last refreshed on ${time(badge.lastRefreshAt)}.`);
  }
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '') as string[];
}
