import * as v from 'valibot';
import type { Freshness } from '../shared/contract';
import { ageOrderSentences, ageSentence } from '../shared/field-sentences';
import { numberBounds } from '../shared/number-bounds';
import { schemaOf } from '../schema/schema-of';

const daySeconds = 24 * 60 * 60;
const { least, most } = numberBounds.ageDays;
const wrong = ageSentence(numberBounds.ageDays);
const seconds = v.pipe(
  v.number(wrong),
  v.integer(wrong),
  v.minValue(least * daySeconds, wrong),
  v.maxValue(most * daySeconds, wrong),
);

const ages = v.object({ freshSeconds: seconds, staleSeconds: seconds, keepSeconds: seconds });

/** How old rows may be; nothing is kept longer than a month, and none of the ages is shorter than the one before. */
export const freshnessSchema = schemaOf<Freshness>()(
  v.pipe(
    ages,
    v.forward(
      v.partialCheck(
        [['freshSeconds'], ['staleSeconds']],
        ({ freshSeconds, staleSeconds }) => freshSeconds <= staleSeconds,
        ageOrderSentences.staleSeconds,
      ),
      ['staleSeconds'],
    ),
    v.forward(
      v.partialCheck(
        [['staleSeconds'], ['keepSeconds']],
        ({ staleSeconds, keepSeconds }) => staleSeconds <= keepSeconds,
        ageOrderSentences.keepSeconds,
      ),
      ['keepSeconds'],
    ),
  ),
);
