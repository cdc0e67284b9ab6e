import { healthKey } from '../keys';
import { healthNoteMs, sameFailureNoteMs } from '../shared/limits';
import type { Now, Redactor, Storage } from '../ports';
import type { Problem, ProblemCode } from '../shared/problem';
import { shorten } from '../shared/shorten';

/** How the last readings of a data source went, as it is stored; times are milliseconds since the epoch. */
export interface HealthRecord {
  lastSuccessAt?: number;
  lastFailure?: { at: number; message: string };
  /** When the first of several failures came since the last success; absent where the last failure is the first. */
  failingSince?: number;
  /** What the last reading found of rows that no setting leads to, in a sentence. */
  unread?: { at: number; message: string };
}

const longestFailure = 500;

/** What says nothing about the data source: somebody's input, or a wait for somebody else. */
const unsaid: readonly ProblemCode[] = ['busy', 'invalid-input', 'conflict', 'internal', 'selector-matched-nothing'];

/**
 * Notes how a live reading of a stored data source went, and what it found of rows that are not read: empty for none, absent
 * where it did not look. Most readings only confirm what is known, so a note is written when it changes the picture or the
 * last one is a minute old, or ten of the same failure.
 */
export async function noteReading(
  dataSourceId: string,
  problem: Problem | undefined,
  { storage, now, redactor }: { storage: Storage; now: Now; redactor: Pick<Redactor, 'redact'> },
  unread?: string,
): Promise<void> {
  if (problem && unsaid.includes(problem.code)) return;
  const key = healthKey(dataSourceId);
  const known = (await storage.get<HealthRecord>(key)) ?? {};
  const failure = problem && shorten(redactor.redact(problem.message), longestFailure);
  const next = noted(known, failure, now(), unread);
  if (next) await storage.set(key, next);
}

/** Since when readings have failed; `undefined` where the last one went well, or there was none. */
export function failingSince({ lastSuccessAt, lastFailure, failingSince: since }: HealthRecord): number | undefined {
  const isFailing = lastFailure !== undefined && lastFailure.at >= (lastSuccessAt ?? Number.NEGATIVE_INFINITY);
  return isFailing ? (since ?? lastFailure.at) : undefined;
}

/** The record with the news in it, or `undefined` if it is none. */
export function noted(
  known: HealthRecord,
  failure: string | undefined,
  now: number,
  unread = known.unread?.message ?? '',
): HealthRecord | undefined {
  const { lastSuccessAt = Number.NEGATIVE_INFINITY, lastFailure } = known;
  const since = failingSince(known);
  const isFailing = since !== undefined;
  if (failure === undefined) {
    const isSame = unread === (known.unread?.message ?? '');
    const isKnown = !isFailing && isSame && now - lastSuccessAt < healthNoteMs;
    if (isKnown) return undefined;
    const { failingSince: _over, ...kept } = withUnread(known, unread, now);
    return { ...kept, lastSuccessAt: now };
  }
  const isKnown = isFailing && lastFailure?.message === failure && now - lastFailure.at < sameFailureNoteMs;
  if (isKnown) return undefined;
  return { ...known, ...(isFailing && { failingSince: since }), lastFailure: { at: now, message: failure } };
}

function withUnread({ unread: before, ...known }: HealthRecord, message: string, now: number): HealthRecord {
  if (message === '') return known;
  return { ...known, unread: before?.message === message ? before : { at: now, message } };
}

/** What is known of these data sources, by id; those never read are absent. */
export async function healthRecords(ids: string[], storage: Storage): Promise<Map<string, HealthRecord>> {
  const found = await storage.getMany<HealthRecord>(ids.map(healthKey));
  return new Map([...found].map(([key, value]) => [key.slice(healthKey('').length), value]));
}
