import type { Badge, Health, OAuth2Authentication } from '../../../../src/shared/contract';
import { addressed } from '../../../../src/shared/problem';
import { ageText } from '../../../visuals/age-text';

export type Tone = 'plain' | 'good' | 'warning' | 'danger';

/** A short line about how a data source is doing. */
export interface HealthLine {
  text: string;
  tone: Tone;
}

/** The expiry of the client secret in words; undefined where no day was entered. */
export function expiryLine(expiry: Health['secretExpiry'], day: (iso: string) => string): HealthLine | undefined {
  if (!expiry) return undefined;
  const { on, daysLeft } = expiry;
  if (daysLeft < 0) return { text: `Client secret expired on ${day(on)}`, tone: 'danger' };
  if (daysLeft === 0) return { text: 'Client secret expires today', tone: 'danger' };
  if (daysLeft === 1) return { text: 'Client secret expires tomorrow', tone: 'danger' };
  const soon: Tone = daysLeft <= 30 ? 'warning' : 'plain';
  return { text: `Client secret expires in ${daysLeft} days, on ${day(on)}`, tone: soon };
}

function successLine({ lastSuccessAt }: Health, now: number): HealthLine | undefined {
  return lastSuccessAt === undefined
    ? undefined
    : { text: `Last success ${ageText(now - lastSuccessAt)}`, tone: 'plain' };
}

function failureLine({ lastSuccessAt = 0, lastFailure }: Health, now: number): HealthLine | undefined {
  if (!lastFailure) return undefined;
  const isOver = lastSuccessAt > lastFailure.at;
  return {
    text: `Last failure ${ageText(now - lastFailure.at)}: ${addressed(lastFailure.message)}`,
    tone: isOver ? 'plain' : 'danger',
  };
}

/** That rows of the source are not read, in words; undefined where all are, as far as is known. */
export function unreadLine({ unread }: Health): HealthLine | undefined {
  return unread && { text: `Rows are missing: ${unread.message}`, tone: 'warning' };
}

/**
 * The lines of the list about a data source: last success, last failure, rows that are not read, and a secret that ends within
 * 30 days.
 */
export function healthLines(health: Health, now: number, day: (iso: string) => string): HealthLine[] {
  const expiry = expiryLine(health.secretExpiry, day);
  const failure = failureLine(health, now);
  const success = successLine(health, now);
  const isFailing = failure?.tone === 'danger';
  const lines = isFailing ? [failure, success] : [success, failure];
  return [...lines, unreadLine(health), expiry?.tone === 'plain' ? undefined : expiry].filter(
    (line) => line !== undefined,
  );
}

/** Whether a refresh token is there, where that says something. */
export function refreshTokenWords({ state, hasRefreshToken }: Badge): string | undefined {
  if (hasRefreshToken === undefined || (state !== 'authenticated' && state !== 'reconnect-needed')) return undefined;
  return hasRefreshToken ? 'Refresh token' : 'No refresh token';
}

/** The words that people use for times and days. */
export interface MomentWords {
  now: number;
  moment: (at: number) => string;
  day: (iso: string) => string;
}

export interface HealthFact {
  label: string;
  text: string;
  tone: Tone;
}

function signInFacts(badge: Badge, { moment }: MomentWords): [string, string | undefined][] {
  const { authenticatedBy, authenticatedAt, lastRefreshAt } = badge;
  if (authenticatedAt === undefined) return [];
  const at = moment(authenticatedAt);
  return [
    ['Authenticated', authenticatedBy?.displayName ? `${authenticatedBy.displayName}, ${at}` : at],
    ['Refresh token', refreshTokenWords(badge) && (badge.hasRefreshToken ? 'Yes' : 'No')],
    ['Last refresh', lastRefreshAt === undefined ? 'None yet' : moment(lastRefreshAt)],
  ];
}

function scopeFacts({ scopes, authenticatedAt }: Badge, requested: string): [string, string | undefined][] {
  if (requested.trim() === '') return [];
  const granted = scopes && scopes.length > 0 ? scopes.join(' ') : 'Not stated by the provider';
  return [
    ['Scopes requested', requested],
    ['Scopes granted', authenticatedAt === undefined ? undefined : granted],
  ];
}

function plainFacts(pairs: [string, string | undefined][]): HealthFact[] {
  return pairs.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text, tone: 'plain' as const }]));
}

/** All that is known of how a stored data source is doing, most important first. */
export function healthFacts(
  health: Health,
  badge: Badge,
  oauth2: OAuth2Authentication | undefined,
  words: MomentWords,
): HealthFact[] {
  const { lastSuccessAt, lastFailure, secretExpiry } = health;
  const failure = failureLine(health, words.now);
  const expiry = expiryLine(secretExpiry, words.day);
  return [
    ...plainFacts([['Last success', lastSuccessAt === undefined ? 'None yet' : words.moment(lastSuccessAt)]]),
    lastFailure && failure
      ? {
          label: 'Last failure',
          text: `${words.moment(lastFailure.at)}: ${addressed(lastFailure.message)}`,
          tone: failure.tone,
        }
      : { label: 'Last failure', text: 'None', tone: 'plain' as const },
    ...(oauth2 ? plainFacts([...signInFacts(badge, words), ...scopeFacts(badge, oauth2.scopes)]) : []),
    ...(expiry
      ? [{ label: 'Client secret', text: expiry.text.replace(/^Client secret e/, 'E'), tone: expiry.tone }]
      : []),
  ];
}
