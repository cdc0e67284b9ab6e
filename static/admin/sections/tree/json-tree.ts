export type LeafKind = 'text' | 'number' | 'boolean' | 'null' | 'left-out';

/** A value of a response in a tree. Its children are made when somebody looks at them. */
export type JsonTree =
  | { label: string; kind: LeafKind; text: string }
  | {
      label: string;
      kind: 'object' | 'list';
      /** `{3}` for an object with three members, `[999]` for a list, whatever of it was left out. */
      size: string;
      childCount: number;
      /** Some of the children, in order. */
      children(from: number, to: number): JsonTree[];
    };

/** What stands for items and members that were left out of a long response. */
const leftOut = /^… ([\d,]+) more$/;

function countLeftOut(last: unknown): number {
  const [, count] = (typeof last === 'string' ? leftOut.exec(last) : undefined) ?? [];
  return count === undefined ? 0 : Number(count.replaceAll(',', '')) - 1;
}

/** A parsed JSON value as a tree; `label` is its name, or its place in a list. */
export function jsonTree(label: string, value: unknown): JsonTree {
  if (Array.isArray(value)) return branch(label, 'list', [...value.entries()]);
  if (typeof value === 'object' && value !== null) return branch(label, 'object', Object.entries(value));
  if (typeof value === 'number') return { label, kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { label, kind: 'boolean', text: String(value) };
  if (typeof value !== 'string') return { label, kind: 'null', text: 'null' };
  return leftOut.test(value)
    ? { label: '', kind: 'left-out', text: value }
    : { label, kind: 'text', text: JSON.stringify(value) };
}

function branch(label: string, kind: 'object' | 'list', entries: [string | number, unknown][]): JsonTree {
  const whole = entries.length + countLeftOut(entries.at(-1)?.[1]);
  return {
    label,
    kind,
    size: kind === 'list' ? `[${whole}]` : `{${whole}}`,
    childCount: entries.length,
    children: (from, to) => entries.slice(from, to).map(([name, item]) => jsonTree(String(name), item)),
  };
}
