import { recursions, refusedCircles } from '../support/import-rules';

const query = { 'src/selectors/query.ts': "import { a } from './filter';" };
const filter = { 'src/selectors/filter.ts': "import { a } from './query';" };

/** What is said of these sources, apart from recursions that the table names and this case leaves out. */
function circlesOf(sources: Record<string, string>): string[] {
  return refusedCircles(sources).filter((sentence) => !sentence.startsWith('No circle among'));
}

const refused: [string, Record<string, string>, string][] = [
  [
    'two files that import each other',
    { 'src/a.ts': "import { b } from './b';", 'src/b.ts': "export { a } from './a';" },
    'src/a.ts imports src/b.ts imports src/a.ts: a circle.',
  ],
  [
    'a circle of types',
    { 'src/a.ts': "import type { B } from './b';", 'src/b.ts': "let a: import('./a').A;" },
    'src/a.ts imports src/b.ts imports src/a.ts: a circle.',
  ],
  [
    'a circle over a lazy import, a component and the index of a folder',
    {
      'static/a.ts': "const b = import('./b');",
      'static/b.tsx': "import { c } from './c';",
      'static/c/index.ts': "import { a } from '../a';",
    },
    'static/a.ts imports static/b.tsx imports static/c/index.ts imports static/a.ts: a circle.',
  ],
  ['a file that imports itself', { 'src/a.ts': "import { b } from './a';" }, 'src/a.ts imports src/a.ts: a circle.'],
  [
    'the shortest of several circles once',
    {
      'src/a.ts': "import { b } from './b';\nimport { c } from './c';",
      'src/b.ts': "import { c } from './c';",
      'src/c.ts': "import { a } from './a';",
    },
    'src/a.ts imports src/c.ts imports src/a.ts: a circle.',
  ],
  [
    'a file that joins a named recursion',
    {
      ...query,
      'src/selectors/filter.ts': "import { a } from './step';",
      'src/selectors/step.ts': "import { a } from './query';",
    },
    'src/selectors/filter.ts imports src/selectors/step.ts imports src/selectors/query.ts imports src/selectors/filter.ts: a circle.',
  ],
];

it.each(refused)('refuses %s', (_, sources, sentence) => {
  expect(circlesOf(sources)).toEqual([sentence]);
});

it('allows a recursion that the table names', () => {
  expect(circlesOf({ ...query, ...filter })).toEqual([]);
});

it('allows files that are imported twice, and one that only leads to a circle', () => {
  const shared = { 'src/a.ts': "import './b';\nimport './c';", 'src/b.ts': "import './c';", 'src/c.ts': '' };
  expect(circlesOf({ ...shared, ...query, ...filter, 'src/d.ts': "import './selectors/query';" })).toEqual([]);
});

it('says of each recursion in the table whether it is one still', () => {
  expect(refusedCircles({})).toEqual(
    recursions.map(({ files }) => `No circle among ${files.join(', ')}, which scripts/import-table.mjs names.`),
  );
});
