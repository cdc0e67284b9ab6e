import type { DataSourceSummary } from '../../../../src/shared/contract';
import { addressed } from '../../../../src/shared/problem';
import { longFailingMs } from '../../../../src/shared/limits';
import { countPhrase } from '../../../../src/shared/phrase';
import { expiryLine } from './health-words';

const dayMs = 24 * 60 * 60 * 1000;
const failingForms = { one: 'Failing for a day.', other: 'Failing for {count} days.' };

/** What an admin should act on before pages break. */
export interface SourceWarning {
  id: string;
  name: string;
  /** Behind the name, as in "Orders: …". */
  text: string;
  isUrgent: boolean;
}

/** The data sources that need an admin, the most urgent first; empty where none does. `day` words a date. */
export function sourceWarnings(
  sources: readonly DataSourceSummary[],
  now: number,
  day: (iso: string) => string,
): SourceWarning[] {
  const found = sources.flatMap((source) => warningsOf(source, now, day));
  return [...found.filter(({ isUrgent }) => isUrgent), ...found.filter(({ isUrgent }) => !isUrgent)];
}

function warningsOf(source: DataSourceSummary, now: number, day: (iso: string) => string): SourceWarning[] {
  const { id, name, badge, health } = source;
  const warning = (text: string, isUrgent: boolean): SourceWarning => ({ id, name, text, isUrgent });
  const expiry = expiryLine(health.secretExpiry, day);
  const isExpiring = expiry !== undefined && expiry.tone !== 'plain';
  const ends = isExpiring ? [warning(`${expiry.text}.`, expiry.tone === 'danger')] : [];
  if (badge.state === 'reconnect-needed') return [warning('Reconnect needed.', true), ...ends];
  const { failingSince, lastFailure } = health;
  if (failingSince === undefined || now - failingSince < longFailingMs) return ends;
  const failing = countPhrase(Math.floor((now - failingSince) / dayMs), failingForms);
  return [warning(`${failing} ${addressed(lastFailure?.message ?? '')}`.trim(), true), ...ends];
}
