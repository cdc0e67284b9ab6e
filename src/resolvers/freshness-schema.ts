import * as v from 'valibot';
import type { Freshness } from '../contract';
import { keptMs } from '../panel/freshness';

const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(keptMs / 1000));

/** How old rows may be; nothing is kept longer than a month. */
export const freshnessSchema: v.GenericSchema<unknown, Freshness> = v.object({
  freshSeconds: seconds,
  staleSeconds: seconds,
  keepSeconds: seconds,
});
