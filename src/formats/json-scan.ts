import { responseDepth } from '../shared/limits';
import { maxResponseValues } from './value-budget';
import { ShapeCosts } from './shape-costs';

const [quote, comma, colon, backslash, lineFeed] = [0x22, 0x2c, 0x3a, 0x5c, 0x0a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** What an object or a list takes beside the values in it. */
const containerCost = 2;

/** What each byte of a JSON text may stand for at most: a name may begin an order of names that was not there before. */
const mostFor = new Uint8Array(256);
mostFor[openObject] = containerCost;
mostFor[openList] = containerCost;
mostFor[comma] = 1;
mostFor[colon] = 5;
mostFor[lineFeed] = 1;

/** Bytes before the first and after the last word of two pairs, at most. */
const outsideWords = 6;

/**
 * Whether a JSON text, or several of them one a line, would take more values than `most` once parsed. Found out before,
 * because parsing cannot be stopped, and 30 MB of `{}` would become 1.3 GB. The bytes are in a superset of ASCII. Of
 * what is not JSON it says nothing.
 */
export function hasTooManyValues(bytes: Uint8Array, most = maxResponseValues): boolean {
  return bytes.length > most && mostValues(bytes) > most && new JsonScan(bytes, most).isTooMany();
}

/** The same for each pair of bytes, so that a body is looked through in half the steps; made for the first large one. */
let mostForPair: Uint8Array | undefined;

/** A bound that is found in a twentieth of the time that parsing takes, and is enough for nearly all responses. */
function mostValues(bytes: Uint8Array): number {
  const start = bytes.byteOffset + (-bytes.byteOffset & 3);
  const words = new Uint32Array(bytes.buffer, start, (bytes.byteOffset + bytes.length - start) >> 2);
  mostForPair ??= new Uint8Array(0x1_0000).map((_, pair) => mostFor[pair & 255]! + mostFor[pair >>> 8]!);
  let most = outsideWords * Math.max(...mostFor);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    most += mostForPair[word & 0xffff]! + mostForPair[word >>> 16]!;
  }
  return most;
}

/** Counts value by value, and ends as soon as there are too many. */
class JsonScan {
  private values = 0;
  private depth = 0;
  /** Whether the next text is the name of a member. */
  private awaitsName = false;
  private readonly isObject = new Uint8Array(responseDepth + 1);
  private readonly shapes = new ShapeCosts(responseDepth + 1);

  constructor(
    private readonly bytes: Uint8Array,
    private readonly most: number,
  ) {}

  isTooMany(): boolean {
    const { bytes, most } = this;
    for (let at = 0; at < bytes.length && this.values <= most; at++) {
      const byte = bytes[at]!;
      if (byte === quote) at = this.passText(at);
      else if (byte === comma || (byte === lineFeed && this.depth === 0)) this.next();
      else if (byte === openObject || byte === openList) this.enter(byte === openObject);
      else if (byte === closeObject || byte === closeList) this.leave();
    }
    return this.values > most;
  }

  private next(): void {
    this.awaitsName = this.isObject[this.depth] === 1;
    if (!this.awaitsName) this.values++;
  }

  private enter(isObject: boolean): void {
    this.depth++;
    this.isObject[this.depth] = isObject ? 1 : 0;
    this.awaitsName = isObject;
    this.values += containerCost;
    if (isObject) this.shapes.begin(this.depth);
  }

  private leave(): void {
    if (this.depth > 0) this.depth--;
    this.awaitsName = false;
  }

  /** The place of the quote that ends the text. */
  private passText(start: number): number {
    const end = this.endOfText(start + 1);
    if (this.awaitsName) this.values += 1 + this.shapes.costOf(this.bytes, start + 1, end, this.depth);
    this.awaitsName = false;
    return end;
  }

  private endOfText(start: number): number {
    const { bytes } = this;
    let at = start;
    while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
    return at;
  }
}
