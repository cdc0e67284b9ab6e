import type { StatusColor } from '../frame';

/** One rule of a status: the value, and the color of its lozenge. */
export interface StatusRule {
  value: string;
  color: StatusColor;
}

/** What states are called, in the order in which a word decides over others: a partly shipped order waits. */
const wordsOf: [StatusColor, string][] = [
  [
    'red',
    'abandoned aborted blocked blocker broken canceled cancelled crashed critical danger dead declined defective denied down ' +
      'emergency error errored escalated expired fail failed failing failure fatal forbidden high highest invalid late lost ' +
      'major missing offline outage overdue refused rejected revoked severe terminated unhealthy unpaid urgent violated void',
  ],
  [
    'yellow',
    'attention await awaiting caution delayed degraded deferred hold impeded incomplete limited maintenance medium moderate ' +
      'partial partially partly paused pending postponed queued retrying review reviewing risk stalled stuck suspended ' +
      'unstable unverified wait waiting warn warning',
  ],
  [
    'green',
    'accepted achieved active answered approved available certified closed complete completed compliant confirmed deployed ' +
      'delivered done enabled finished fixed fulfilled good granted healthy live merged normal ok okay online operational ' +
      'paid passed passing published released resolved running safe settled shipped signed solved stable succeeded success ' +
      'successful up valid verified won yes',
  ],
  [
    'blue',
    'accepting assigned building doing executing implementing info information informational low lowest minor ongoing open ' +
      'opened preparing processing progress ready sending sent shipping started syncing testing transit working',
  ],
  [
    'purple',
    'announced created future invited new planned planning proposed requested reopened scheduled submitted upcoming',
  ],
];

const colorOfWord = new Map(
  wordsOf
    .toReversed()
    .flatMap(([color, words]) => words.split(' ').map((word): [string, StatusColor] => [word, color])),
);
const ranks = wordsOf.map(([color]) => color);
/** Words that turn round what comes after them. */
const negations = /^(?:not|non|never|no|without)$/;

/**
 * The color that the words of a state speak for, such as red for `Failed` and yellow for `On hold`; `neutral` where none is
 * known, and where one is denied.
 */
export function colorOfState(state: string): StatusColor {
  const words = state
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  if (words.length > 1 && words.some((word) => negations.test(word))) return 'neutral';
  const colors = words.map((word) => colorOfWord.get(word)).filter((color) => color !== undefined);
  return ranks.find((color) => colors.includes(color)) ?? 'neutral';
}

/** One rule for each state that has none yet, letter case apart, after the rules that there are. */
export function withRulesFor(states: readonly string[], rules: readonly StatusRule[], most: number): StatusRule[] {
  const all = [...rules];
  const known = new Set(rules.map(({ value }) => value.toLowerCase()));
  for (const value of states) {
    if (known.has(value.toLowerCase()) || all.length >= most) continue;
    known.add(value.toLowerCase());
    all.push({ value, color: colorOfState(value) });
  }
  return all;
}
