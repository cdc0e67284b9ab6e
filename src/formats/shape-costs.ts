const [zero, nine] = [0x30, 0x39];

/** What V8 keeps for each order of names that it meets for the first time. */
const newShape = 4;
/** Members under whole numbers stand in a table as long as the largest of them, or in a sparse one once that is smaller. */
const [slotsInValue, sparseMember] = [4, 9];
/** More digits than this are a name like others. */
const indexDigits = 9;

const remembered = 2 ** 17;
/** Different in each process, so that nobody can write names that are taken for known ones. */
const multiplier = Math.floor(Math.random() * 2 ** 30) * 2 + 1;

/**
 * What the names of members take beside their values. Rows that are alike share one shape; an object whose names, or their
 * order, were not there before has a shape of its own.
 */
export class ShapeCosts {
  private readonly known = new Int32Array(remembered);
  private readonly shapes: Int32Array;
  private readonly indexes: Float64Array;
  private readonly largest: Float64Array;
  private readonly paid: Float64Array;

  constructor(levels: number) {
    this.shapes = new Int32Array(levels);
    this.indexes = new Float64Array(levels);
    this.largest = new Float64Array(levels);
    this.paid = new Float64Array(levels);
  }

  /** An object begins at that level. */
  begin(level: number): void {
    this.shapes[level] = 1;
    this.indexes[level] = 0;
    this.largest[level] = 0;
    this.paid[level] = 0;
  }

  /** The cost of one more name in the object at that level: the bytes from `start` to before `end`. */
  costOf(bytes: Uint8Array, start: number, end: number, level: number): number {
    const index = indexIn(bytes, start, end);
    return index === undefined ? this.nameCost(bytes, start, end, level) : this.indexCost(index, level);
  }

  private nameCost(bytes: Uint8Array, start: number, end: number, level: number): number {
    let shape = Math.imul(this.shapes[level] ?? 0, multiplier);
    for (let at = start; at < end; at++) shape = Math.imul(shape + (bytes[at] ?? 0), multiplier);
    this.shapes[level] = shape;
    const place = shape >>> 15;
    if (this.known[place] === shape) return 0;
    this.known[place] = shape;
    return newShape;
  }

  private indexCost(index: number, level: number): number {
    const count = (this.indexes[level] ?? 0) + 1;
    const largest = Math.max(this.largest[level] ?? 0, index);
    const paid = this.paid[level] ?? 0;
    const cost = Math.max(paid, Math.min((largest + 1) / slotsInValue, count * sparseMember));
    this.indexes[level] = count;
    this.largest[level] = largest;
    this.paid[level] = cost;
    return cost - paid;
  }
}

/** The whole number that the name is, as in `"17"`; `undefined` for every other name. */
function indexIn(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end === start || end - start > indexDigits) return undefined;
  let index = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < zero || byte > nine) return undefined;
    index = index * 10 + byte - zero;
  }
  return index;
}
