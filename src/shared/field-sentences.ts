import type { NumberBounds } from './number-bounds';

const written = (value: number): string => value.toLocaleString('en');

/** What is wrong with a number outside its bounds, with both of them. */
export function numberSentence({ least, most }: NumberBounds): string {
  return `Enter a number from ${written(least)} to ${written(most)}.`;
}

/** What is wrong with a fraction where whole numbers are counted, with both bounds. */
export function wholeNumberSentence({ least, most }: NumberBounds): string {
  return `Enter a whole number from ${written(least)} to ${written(most)}.`;
}

/** Which numbers a field takes, as the help beside it. */
export function rangeSentence({ least, most }: NumberBounds): string {
  return `From ${written(least)} to ${written(most)}.`;
}

/** What is wrong with a text that is too long. */
export function lengthSentence(most: number): string {
  return `Use at most ${written(most)} characters.`;
}

/** What is wrong with a list that is too long; `what` names its entries in the plural. */
export function countSentence(most: number, what: string): string {
  return `Use at most ${written(most)} ${what}.`;
}

/** What is wrong with an age that is no number of seconds, or longer than any rows are kept. */
export function ageSentence({ least, most }: NumberBounds): string {
  return `Enter a length of time from ${written(least)} to ${written(most)} days.`;
}

/** What keeps a form with so many broken rules from going on; the rules are told at their fields. */
export function fieldsSentence(count: number): string {
  if (count === 1) return 'One field needs a change before you can continue.';
  return `These ${count} fields need a change before you can continue.`;
}

export const optionSentence = 'Choose one of the options.';
export const requiredSentence = 'This field is required.';

/** What is wrong with ages of which one is shorter than the one before it, by the later one. */
export const ageOrderSentences = {
  staleSeconds: 'Stale rows must be shown for at least as long as rows are fresh.',
  keepSeconds: 'The last good rows must be kept for at least as long as stale rows are shown.',
};
