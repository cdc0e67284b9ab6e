import { platformStorage } from '../../../src/platform/storage';

interface Stored {
  value: unknown;
  /** What the store replies to a write, after doing it or not. */
  status: number;
  isDone: boolean;
}

/** A store of one key behind the platform’s door, as `@forge/kvs` calls it. */
function storeWith({ value, status, isDone }: Stored): void {
  let stored = value;
  const reply = (code: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status: code }));
  const fetch = (_to: unknown, path: string, { body }: { body: string }): Promise<Response> => {
    const request = JSON.parse(body) as { key: string; value?: unknown };
    if (path.endsWith('/get')) {
      if (stored === undefined) return reply(404, { code: 'KEY_NOT_FOUND', message: '' });
      return reply(200, { key: request.key, value: stored });
    }
    if (isDone) stored = request.value;
    return reply(status, { code: 'ODD_CODE', message: '' });
  };
  Object.assign(globalThis, { __forge_fetch__: fetch });
}

afterEach(() => void Reflect.deleteProperty(globalThis, '__forge_fetch__'));

test.each([400, 409, 412, 422, 500])('a key that is taken is seen whatever the status says: %i', async (status) => {
  storeWith({ value: 'theirs', status, isDone: false });
  expect(await platformStorage.create('key', 'ours')).toBe(false);
});

test.each([409, 500, 504])('a key that was made, though its reply says otherwise, is ours: %i', async (status) => {
  storeWith({ value: undefined, status, isDone: true });
  expect(await platformStorage.create('key', 'ours')).toBe(true);
});

test('a key that nobody has is neither', async () => {
  storeWith({ value: undefined, status: 500, isDone: false });
  await expect(platformStorage.create('key', 'ours')).rejects.toThrow();
  storeWith({ value: undefined, status: 409, isDone: false });
  expect(await platformStorage.create('key', 'ours')).toBe(false);
});
