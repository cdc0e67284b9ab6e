import type { ReaderCounts } from '../../../../src/shared/contract';

/** How many, in words that single nobody out. */
export function countWords(count: number | 'few' | 'many'): string {
  if (count === 'few') return 'Fewer than 5';
  return count === 'many' ? 'More than 500' : String(count);
}

const fewest = 5;

/** That so many accounts are left to be ended, in a sentence that tells no small number either. */
export const leftSentence = (left: number): string =>
  `${countWords(left < fewest ? 'few' : left)} accounts are still being revoked and deleted.`;

/** What is to be told of the accounts of readers, a label and a text each; `day` writes a day. */
export function readerFacts(
  { connected, reconnect, usedOn, failures }: ReaderCounts,
  day: (iso: string) => string,
): { label: string; text: string }[] {
  return [
    { label: 'Connected readers', text: countWords(connected) },
    { label: 'Have to reconnect', text: countWords(reconnect) },
    { label: 'Last use by a reader', text: usedOn === undefined ? 'Not yet' : day(usedOn) },
    { label: 'Failures today', text: failures.length === 0 ? 'None' : failures.map(failureWords).join(' ') },
  ];
}

function failureWords({ reason, count }: ReaderCounts['failures'][number]): string {
  return `${countWords(count)}: ${reason}`;
}
