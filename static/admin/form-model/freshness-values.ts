import type { Freshness } from '../../../src/shared/contract';
import { numberBounds } from '../../../src/shared/number-bounds';
import { ageOrderSentences, ageSentence } from '../../../src/shared/field-sentences';
import { parseWholeNumber } from './whole-number';

const secondsOf = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export type AgeUnit = keyof typeof secondsOf;
export type AgeName = keyof Freshness;

/** A length of time as typed. */
export interface Age {
  amount: string;
  unit: AgeUnit;
}

/** The three ages as typed. */
export type FreshnessValues = Record<AgeName, Age>;

export const ageUnits: readonly AgeUnit[] = ['seconds', 'minutes', 'hours', 'days'];

function ageOf(seconds: number): Age {
  const unit = seconds === 0 ? 'minutes' : ageUnits.findLast((name) => seconds % secondsOf[name] === 0);
  return { amount: String(seconds / secondsOf[unit ?? 'seconds']), unit: unit ?? 'seconds' };
}

/** Stored ages as the form shows them, in the largest unit that needs no fraction. */
export function freshnessValues({ freshSeconds, staleSeconds, keepSeconds }: Freshness): FreshnessValues {
  return {
    freshSeconds: ageOf(freshSeconds),
    staleSeconds: ageOf(staleSeconds),
    keepSeconds: ageOf(keepSeconds),
  };
}

/** A length of time in seconds; 0 for what is no whole number. */
export function secondsIn({ amount, unit }: Age): number {
  return parseWholeNumber(amount) * secondsOf[unit];
}

/** The ages that the form says, in seconds. */
export function toFreshness(values: FreshnessValues): Freshness {
  return {
    freshSeconds: secondsIn(values.freshSeconds),
    staleSeconds: secondsIn(values.staleSeconds),
    keepSeconds: secondsIn(values.keepSeconds),
  };
}

const wrongOrder: Partial<Record<AgeName, [AgeName, string]>> = {
  staleSeconds: ['freshSeconds', ageOrderSentences.staleSeconds],
  keepSeconds: ['staleSeconds', ageOrderSentences.keepSeconds],
};

const { ageDays } = numberBounds;

/** What is wrong with one of the ages as typed; undefined if nothing is. */
export function ageError(values: FreshnessValues, name: AgeName): string | undefined {
  if (!/^\d{1,9}$/.test(values[name].amount.trim())) return 'Enter a whole number.';
  if (secondsIn(values[name]) > ageDays.most * secondsOf.days) return ageSentence(ageDays);
  const [before, sentence] = wrongOrder[name] ?? [];
  return before && secondsIn(values[name]) < secondsIn(values[before]) ? sentence : undefined;
}
