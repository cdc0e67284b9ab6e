import type { Clock } from '../shared/clock';
import type { Manifest } from '../shared/manifest';

/** Intervals of a scheduled trigger: developer.atlassian.com, manifest reference, "Scheduled trigger". */
const intervals: Record<string, number> = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
/** The platform runs a trigger for the first time about five minutes after its deployment. */
const firstRunAfter = 300_000;
const lookEvery = 1_000;

/**
 * Runs each scheduled trigger of the manifest whenever the clock says that its interval is over, until the returned
 * function is called. A moved clock makes up for at most one run.
 */
export function followSchedules(manifest: Manifest, clock: Clock, run: (moduleKey: string) => void): () => void {
  const due = new Map<string, number>();
  const triggers = manifest.modules.filter(({ type }) => type === 'scheduledTrigger');
  for (const { key } of triggers) due.set(key, clock.now() + firstRunAfter);
  const look = () => {
    for (const { key, interval = 'hour' } of triggers) {
      if (clock.now() < due.get(key)!) continue;
      due.set(key, clock.now() + (intervals[interval] ?? intervals['hour']!));
      run(key);
    }
  };
  const timer = setInterval(look, lookEvery).unref();
  return () => clearInterval(timer);
}
