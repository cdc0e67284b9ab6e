import { type ContextPath, contextPaths, momentPath } from '../../../../src/panel/variables/context-paths';
import { atMoment } from '../../../../src/panel/variables/panel-inputs';
import { readContext, type PageReader } from '../../../../src/panel/variables/read-context';
import type { VerifiedContent } from '../../../../src/ports';

const page: VerifiedContent = { id: '7', spaceId: '10', title: 'Who is who', siteUrl: 'https://site.example' };

function confluence() {
  const requestInputs: string[] = [];
  const note = <T>(what: string, response: T): Promise<T> => {
    requestInputs.push(what);
    return Promise.resolve(response);
  };
  return {
    requestInputs,
    content: {
      readable: (id: string) => note(`page ${id}`, id === '7' ? page : undefined),
      editable: () => note('edit', undefined),
    },
    directory: {
      me: () => note('me', { email: 'r@x.org', displayName: 'Rita', publicName: 'Rita R', active: true }),
      space: (id: string) => note(`space ${id}`, { key: 'HB', name: 'Handbook' }),
    },
  };
}

const rita: PageReader = { accountId: '557058:rita', claimedContentId: '7' };

async function valueFor(path: ContextPath, reader: PageReader) {
  const services = confluence();
  const values = await readContext(new Set([path]), reader, services);
  return { value: values.get(path), requestInputs: services.requestInputs };
}

test.each<[ContextPath, string | undefined, string[]]>([
  ['user.accountId', '557058:rita', []],
  ['user.email', 'r@x.org', ['me']],
  ['user.displayName', 'Rita', ['me']],
  ['user.publicName', 'Rita R', ['me']],
  ['user.active', 'true', ['me']],
  ['page.id', '7', ['page 7']],
  ['page.title', 'Who is who', ['page 7']],
  ['space.id', '10', ['page 7']],
  ['space.key', 'HB', ['page 7', 'space 10']],
  ['space.name', 'Handbook', ['page 7', 'space 10']],
  ['site.url', 'https://site.example', ['page 7']],
  ['now', undefined, []],
])('$.%s is %j, and Confluence is asked for %j', async (path, value, requestInputs) => {
  expect(await valueFor(path, rita)).toEqual({ value, requestInputs });
});

test('all that Confluence can say costs three questions, and nothing costs none', async () => {
  const services = confluence();
  await readContext(new Set(contextPaths), rita, services);
  expect(services.requestInputs.sort()).toEqual(['me', 'page 7', 'space 10']);
  expect([...(await readContext(new Set(), rita, confluence()))]).toEqual([]);
});

const others = contextPaths.filter((path) => path !== momentPath);

test.each<[string, PageReader]>([
  ['somebody without an account and a page', {}],
  ['somebody on a page that they may not read', { claimedContentId: '8' }],
])('%s has no values', async (_who, reader) => {
  const values = await readContext(new Set(contextPaths), reader, confluence());
  expect([...values]).toEqual(others.map((path) => [path, '']));
});

test('an editor’s verified content is not asked for again', async () => {
  const services = confluence();
  const values = await readContext(new Set(['page.title']), { accountId: 'a', content: page }, services);
  expect([values.get('page.title'), services.requestInputs]).toEqual(['Who is who', []]);
});

const noon = Date.UTC(2030, 0, 1, 12, 34, 56, 789);

test.each([
  [0, '2030-01-01T12:34:00.000Z'],
  [5 * 60_000, '2030-01-01T12:30:00.000Z'],
  [86_400_000, '2030-01-01T12:00:00.000Z'],
])('the moment is rounded down to how long rows are fresh: %i ms', (freshMs, text) => {
  expect(atMoment(new Map(), noon, freshMs).get('now')).toBe(text);
});
