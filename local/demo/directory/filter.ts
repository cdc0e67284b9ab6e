import { badQuery } from './graph-error';

export type DirectoryItem = Record<string, unknown>;

/** What a field is compared by: text of single values, nothing of lists and objects. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export type Test = (row: DirectoryItem) => boolean;

const tokenPattern = /\s*(?:('(?:[^']|'')*')|([()])|(,)|([A-Za-z][\w/]*)|(-?\d[\w:.-]*))/y;
const comparisons: Record<string, (left: string | number | boolean, right: string | number | boolean) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};
const functions: Record<string, (text: string, part: string) => boolean> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

/**
 * The test that a `$filter` asks for: comparisons, `startswith`, `endswith`, `contains`, `and`, `or`, `not`, brackets;
 * texts are compared without regard to case, as Graph does.
 * @throws GraphError 400 for anything else
 */
export function parseFilter(text: string): Test {
  const parser = new FilterParser(tokenize(text));
  return parser.whole();
}

class FilterParser {
  private at = 0;
  constructor(private readonly tokens: string[]) {}

  whole(): Test {
    const test = this.either();
    if (this.at < this.tokens.length) throw badQuery(`The filter cannot be read at '${this.tokens[this.at]}'.`);
    return test;
  }

  private either(): Test {
    const left = this.both();
    if (!this.take('or')) return left;
    const right = this.either();
    return (row) => left(row) || right(row);
  }

  private both(): Test {
    const left = this.single();
    if (!this.take('and')) return left;
    const right = this.both();
    return (row) => left(row) && right(row);
  }

  private single(): Test {
    if (this.take('not')) {
      const test = this.single();
      return (row) => !test(row);
    }
    if (this.take('(')) {
      const test = this.either();
      this.need(')');
      return test;
    }
    const name = this.next();
    return name in functions ? this.call(name) : this.comparison(name);
  }

  private call(name: string): Test {
    this.need('(');
    const field = this.next();
    this.need(',');
    const part = literal(this.next());
    this.need(')');
    const test = functions[name];
    return (row) => test?.(textOf(valueAt(row, field)).toLowerCase(), String(part)) ?? false;
  }

  private comparison(field: string): Test {
    const compare = comparisons[this.next()];
    if (!compare) throw badQuery(`The filter has no comparison after '${field}'.`);
    const right = literal(this.next());
    return (row) => {
      const left = valueAt(row, field) ?? null;
      if (left === null || right === null) return compare(left === null, right === null);
      return compare(comparable(left), right);
    };
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private need(token: string): void {
    if (!this.take(token)) throw badQuery(`The filter is missing a '${token}'.`);
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw badQuery('The filter is incomplete.');
    this.at += 1;
    return token;
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < text.trimEnd().length) {
    const from = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) throw badQuery(`The filter cannot be read at position ${from}.`);
    tokens.push(found[0].trim());
  }
  return tokens;
}

function literal(token: string): string | number | boolean | null {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'").toLowerCase();
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : token.toLowerCase();
}

function comparable(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value).toLowerCase();
}

function valueAt(row: DirectoryItem, path: string): unknown {
  return path.split('/').reduce<unknown>((value, key) => (value as DirectoryItem | null | undefined)?.[key], row);
}
