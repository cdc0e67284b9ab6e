export const separators = [',', ';', '\t', '|'] as const;

export type Separator = (typeof separators)[number];

const sampleLength = 64 * 1024;
const sampleRecords = 50;

/**
 * The separator of a table: the one that cuts the most records into the same number of cells, be it not the first ones,
 * and of several such the one with the most cells. A comma where there is none at all.
 */
export function detectSeparator(text: string): Separator {
  const records = countsByRecord(text.slice(0, sampleLength));
  const scored = separators.map((separator, at) => ({
    separator,
    ...agreement(records.map((counts) => counts[at] ?? 0)),
  }));
  scored.sort((a, b) => b.agreeing - a.agreeing || b.cells - a.cells);
  return scored[0]?.separator ?? ',';
}

/** For each record of the sample how often it has each separator outside quotes; the last one may be cut and is left out. */
function countsByRecord(sample: string): number[][] {
  const records = [noCounts()];
  let quoted = false;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) records.push(noCounts());
    else if (!quoted) count(records, character);
    if (records.length > sampleRecords) break;
  }
  const whole = records.length > 2 ? records.slice(0, -1) : records;
  return whole.filter((counts, index) => index === 0 || counts.some((each) => each > 0));
}

const noCounts = () => separators.map(() => 0);

function count(records: number[][], character: string): void {
  const at = separators.findIndex((separator) => separator === character);
  const current = records.at(-1);
  if (at >= 0 && current) current[at] = (current[at] ?? 0) + 1;
}

/** How many records have a separator as often as most do that have it at all. */
function agreement(counts: readonly number[]): { agreeing: number; cells: number } {
  const records = new Map<number, number>();
  for (const count of counts) if (count > 0) records.set(count, (records.get(count) ?? 0) + 1);
  const usual = [...records].map(([cells, agreeing]) => ({ agreeing, cells }));
  usual.sort((a, b) => b.agreeing - a.agreeing || b.cells - a.cells);
  return usual[0] ?? { agreeing: 0, cells: 0 };
}
