import type { Badge, DataSourceSummary } from '../../../../src/shared/contract';
import { badgeWords } from '../authentication/badge-words';
import type { BadgeAppearance } from '../authentication/badge-words';
import { expiryLine } from './health-words';

/** How a data source is doing, in a few words. */
export interface SourceState {
  label: string;
  appearance: BadgeAppearance | 'moved';
  /** 0 for what needs somebody most. */
  rank: number;
}

/** Where each reader signs in, no account for all is missing. */
const nobodyForAll: Pick<Badge, 'state'> = { state: 'not-needed' };

type Known = Pick<DataSourceSummary, 'badge' | 'health' | 'whoSignsIn'>;

/** The most urgent thing there is to say about a data source; that all is well where nothing is. */
export function sourceState({ badge: shared, health, whoSignsIn }: Known, now: number): SourceState {
  const badge = whoSignsIn === 'each-reader' ? nobodyForAll : shared;
  const { label, appearance } = badgeWords(badge.state);
  const { failingSince } = health;
  const tone = expiryLine(health.secretExpiry, String)?.tone;
  if (badge.state === 'reconnect-needed') return { label, appearance, rank: 0 };
  if (failingSince !== undefined) {
    return { label: `Failing · ${spanText(now - failingSince)}`, appearance: 'removed', rank: 1 };
  }
  if (tone === 'danger' || tone === 'warning') {
    return { label: secretText(health.secretExpiry?.daysLeft ?? 0), appearance: 'moved', rank: 2 };
  }
  if (badge.state === 'not-authenticated' || badge.state === 'waiting') return { label, appearance, rank: 3 };
  if (health.unread) return { label: 'Rows missing', appearance: 'moved', rank: 4 };
  return { label, appearance, rank: 5 };
}

function secretText(daysLeft: number): string {
  if (daysLeft < 0) return 'Secret expired';
  return daysLeft === 0 ? 'Secret expires today' : `Secret expires · ${daysLeft} d`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span such as `3 min`, `5 h` or `2 d`. */
export function spanText(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.floor(ms / minute))} min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / day)} d`;
}
