/** A body of that many bytes at most: one piece after the other between two ends. */
export function filled(size: number, [start, end]: Ends, pieceAt: (index: number) => string): Buffer {
  const body = Buffer.alloc(size);
  let at = body.write(start);
  for (let index = 0, room = true; room;) {
    let pieces = '';
    while (pieces.length < 64 * 1024) pieces += pieceAt(index++);
    room = at + pieces.length + end.length <= size;
    if (room) at += body.write(pieces, at);
  }
  if (body.at(at - 1) === comma) at--;
  return body.subarray(0, at + body.write(end, at));
}

type Ends = readonly [start: string, end: string];

const comma = 0x2c;
const list: Ends = ['[', ']'];
const small = (index: number) => index.toString(36);

const names = Array.from('abcdefghijklmnopqrst');

/** The names in an order that few numbers share. */
function namesInOrder(index: number): string[] {
  const ordered = [...names];
  let rest = index * 2_654_435_761 + 1;
  for (let at = ordered.length - 1; at > 0; at--) {
    rest = (rest * 48_271) % 2_147_483_647;
    const other = rest % (at + 1);
    [ordered[at], ordered[other]] = [ordered[other]!, ordered[at]!];
  }
  return ordered;
}

/** Bodies of JSON by what they are made of, each of which becomes a multiple of its size once it is parsed. */
export const hostileJson: Readonly<Record<string, (size: number) => Buffer>> = {
  'empty objects': (size) => filled(size, list, () => '{},'),
  'empty lists': (size) => filled(size, list, () => '[],'),
  'lists in lists': (size) => filled(size, list, () => `${'['.repeat(100)}${']'.repeat(100)},`),
  'lists of one number': (size) => filled(size, list, () => '[1],'),
  numbers: (size) => filled(size, list, () => '1,'),
  'members in tables': (size) => filled(size, list, () => '{"19":1},'),
  'a name for each object': (size) => filled(size, list, (index) => `{"${small(index)}":1},`),
  'an order of names for each object': (size) =>
    filled(
      size,
      list,
      (index) =>
        `{${namesInOrder(index)
          .map((name) => `"${name}":1`)
          .join()}},`,
    ),
  'members of one object': (size) => filled(size, ['{', '}'], (index) => `"${small(index)}":1,`),
  'objects in objects under names of their own': (size) =>
    filled(size, list, (index) => `{"a":{"${small(index)}":{}}},`),
  'empty objects and a wide character': (size) => filled(size, ['["ł",', ']'], () => '{},'),
};

const lines: Ends = ['', ''];
/** Bodies in other formats, by their content type. */
export const otherHostile: Readonly<Record<string, readonly [contentType: string, (size: number) => Buffer]>> = {
  'lines of numbers': ['application/x-ndjson', (size) => filled(size, lines, () => '1\n')],
  'lines of empty objects': ['application/x-ndjson', (size) => filled(size, lines, () => '{}\n')],
  'blank lines': ['application/x-ndjson', (size) => filled(size, ['1\n', '\n'], () => '\n')],
  'empty cells': ['text/csv', (size) => filled(size, lines, () => `${','.repeat(400)}\n`)],
  'records of one cell': ['text/csv', (size) => filled(size, lines, () => 'a\n')],
  'records of two cells': ['text/csv', (size) => filled(size, lines, () => 'a,b\n')],
  'elements with an attribute': ['application/xml', (size) => filled(size, ['<r>', '</r>'], () => '<a b=""/>')],
  'names of their own': ['application/xml', (size) => filled(size, ['<r>', '</r>'], (index) => `<a${small(index)}/>`)],
};

const cellsOf = <Cell>(row: number, cellAt: (place: number) => Cell) => names.map((_, place) => cellAt(row + place));

/** The most rows that are read, of 20 members each, in nearly 32 MB of JSON, piece by piece. */
export function* largestRowsInPieces(): Generator<string> {
  const valueAt = (place: number) => (place % 5 < 2 ? small(36 + (place % 1000)) : 10 + (place % 90));
  const rowAt = (row: number) => Object.fromEntries(cellsOf(row, valueAt).map((value, at) => [names[at], value]));
  const rows = Array.from({ length: 1000 }, (_, row) => JSON.stringify(rowAt(row))).join();
  for (let piece = 0; piece < 200; piece++) yield `${piece === 0 ? '[' : ','}${rows}`;
  yield ']';
}

export function largestRows(): Buffer {
  return Buffer.from([...largestRowsInPieces()].join(''));
}

/** As many rows and members as a table. */
export function largestTable(): Buffer {
  const cellAt = (place: number) => (place % 36 === 0 ? '' : small(place));
  const records = Array.from({ length: 1000 }, (_, row) => cellsOf(row, cellAt).join()).join('\n');
  return Buffer.from([names.join(), ...Array.from({ length: 200 }, () => records)].join('\n'));
}
