/** What a user would write instead, or what else the value is to be read beside; never judged. */
export interface Beside {
  name: string;
  value: number;
  unit: string;
}

/** One line of the table. */
export interface Entry {
  name: string;
  value: number;
  unit: string;
  target: number;
  /** Which side of the target is good; `equal` where any other value is a fault. */
  better: 'lower' | 'equal';
  beside: Beside[];
}

/** An entry whose value is to be at most the target. */
export function atMost(name: string, value: number, unit: string, target: number, beside: Beside[] = []): Entry {
  return { name, value, unit, target, better: 'lower', beside };
}
