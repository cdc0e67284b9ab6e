import * as v from 'valibot';
import type { Freshness } from '../shared/contract';
import { keptMs } from '../shared/freshness';

const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(keptMs / 1000));

const ages = v.object({ freshSeconds: seconds, staleSeconds: seconds, keepSeconds: seconds });

/** How old rows may be; nothing is kept longer than a month, and none of the ages is shorter than the one before. */
export const freshnessSchema: v.GenericSchema<unknown, Freshness> = v.pipe(
  ages,
  v.forward(
    v.partialCheck(
      [['freshSeconds'], ['staleSeconds']],
      ({ freshSeconds, staleSeconds }) => freshSeconds <= staleSeconds,
      'Rows may be shown stale for at least as long as they are fresh.',
    ),
    ['staleSeconds'],
  ),
  v.forward(
    v.partialCheck(
      [['staleSeconds'], ['keepSeconds']],
      ({ staleSeconds, keepSeconds }) => staleSeconds <= keepSeconds,
      'The last good rows are kept for at least as long as rows may be shown stale.',
    ),
    ['keepSeconds'],
  ),
);
