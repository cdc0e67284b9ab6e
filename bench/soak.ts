import { runSoak, type SoakReport } from '../test/contract/app/soak/run-soak';
import { atMost, type Beside, type Entry } from './entry';

/** The clock goes four times as fast, so that access tokens end often and every lease still outlasts its holder. */
const usual = { readers: 50, speed: 4, faultOneIn: 100 };

/** Fifty readers for so many seconds, with faults drawn from the seed; what must not have happened, as entries. */
export async function soak([seconds = 600, seed = 1]: readonly number[]): Promise<Entry[]> {
  const report = await runSoak({ ...usual, seconds, seed });
  const { troubles, reconnects, leftovers, memory } = report;
  const unexplained = Math.max(0, reconnects - troubles.windows);
  const left = [...leftovers.strayChunks, ...leftovers.held, ...leftovers.pendingSecrets];
  return [
    none('soak.grantsLost', unexplained, 'grants', [
      { name: 'refreshes', value: report.refreshes, unit: '' },
      {
        name: 'rotations whose tokens came to nobody, by a fault in that one await',
        value: troubles.windows,
        unit: '',
      },
      { name: 'sign-ins renewed by an admin', value: reconnects, unit: '' },
    ]),
    none('soak.unplain', report.unplain.length, 'replies', repliesOf(report)),
    none('soak.secretsOpen', report.open.length, 'secrets'),
    atMost('soak.requests', report.busiestMinute, 'a minute', report.requestsPerMinute, [
      { name: 'minutes of the clock', value: report.clockMinutes, unit: '' },
    ]),
    atMost('soak.memory', memory.late / memory.early, '×', 1.25, [
      { name: 'after a third', value: memory.early, unit: 'MB' },
      { name: 'at the end', value: memory.late, unit: 'MB' },
    ]),
    none('soak.leftovers', left.length, 'records', [
      { name: 'token sets of the one grant', value: leftovers.tokenSets, unit: '' },
      ...left.map((name) => ({ name, value: 1, unit: '' })),
    ]),
    none('soak.deadPanels', leftovers.dead.length, '', faultsOf(report)),
  ];
}

const none = (name: string, value: number, unit: string, beside: Beside[] = []): Entry => ({
  ...atMost(name, value, unit, 0, beside),
  better: 'equal',
});

function repliesOf({ views, staleViews, parts, pending, died, problems }: SoakReport): Beside[] {
  const counts = {
    'new or fresh rows': views,
    'old rows with the reason': staleViews,
    'of these, parts of a list that is being read': parts,
    pending,
    'functions that died': died,
  };
  return [...Object.entries(counts), ...Object.entries(problems)].map(([name, value]) => ({ name, value, unit: '' }));
}

const faultsOf = ({ troubles }: SoakReport): Beside[] =>
  Object.entries(troubles.faults).map(([name, value]) => ({ name: `platform calls: ${name}`, value, unit: '' }));
