import api, {
  assumeTrustedRoute,
  authorize,
  fetch,
  getAppContext,
  permissions,
  privacy,
  route,
  webTrigger,
} from '@forge/api';
import Resolver from '@forge/resolver';
import { callQueue } from './queue-calls';
import { runSteps } from './storage-steps';
import { connectByNode, requestByNode } from './side-doors';

let busy = true;
let loads = 0;
loads += 1;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const whoAmI = async () => {
  const response = await api.asUser().requestConfluence(route`/wiki/rest/api/user/current`);
  return ((await response.json()) as { accountId: string }).accountId;
};

const attempt = async ({ url, init, timeout }: { url: string; init?: RequestInit; timeout?: number }) => {
  try {
    const signal = timeout === undefined ? undefined : AbortSignal.timeout(timeout);
    const response = (await fetch(url, { ...init, signal } as never)) as unknown as Response;
    const { status, redirected } = response;
    return {
      status,
      body: await response.text(),
      url: response.url,
      redirected,
      genuine: response instanceof Response,
    };
  } catch (error) {
    const { name, message, status } = error as Error & { status?: number };
    return { error: { name, message, status } };
  }
};

const resolver = new Resolver();
resolver.define('hello', ({ payload, context }) => ({ payload, context }));
resolver.define('storage', ({ payload }) => runSteps(payload));
resolver.define('large-batch', ({ payload }) => {
  const items = (payload as { key: string; bytes: number }[]).map(({ key, bytes }) => ({
    key,
    value: 'x'.repeat(bytes),
  }));
  return runSteps([['batchSet', items]]).then(([result]) => result);
});
resolver.define('write-until-refused', async ({ payload }) => {
  const value = 'x'.repeat(payload.bytes);
  for (let written = 0; ; written += 1) {
    const [result] = await runSteps([['set', 'large', value]]);
    if (result !== undefined) return written;
  }
});
resolver.define('hoard', () => {
  const hoard: number[][] = [];
  while (busy) hoard.push(new Array<number>(100_000).fill(hoard.length));
});
resolver.define('leave', () => process.exit(1));
resolver.define('fail', () => {
  throw new Error('It went wrong.');
});
resolver.define('spin', () => {
  while (busy) busy = Date.now() > 0;
});
resolver.define('identity', async ({ payload, context }) => {
  const before = getAppContext().invocationId;
  await pause(payload.pause);
  const accountId = await whoAmI();
  await pause(payload.pause);
  return { accountId, expected: context.accountId, same: before === getAppContext().invocationId };
});
resolver.define('late', () => {
  setTimeout(() => void whoAmI().catch((error: unknown) => console.log('late:', (error as Error).message)), 10);
  return 'replied';
});
resolver.define('app-context', () => {
  const { invocationRemainingTimeInMillis, permissions: granted, ...context } = getAppContext();
  return { ...context, remaining: invocationRemainingTimeInMillis(), granted, loads };
});
resolver.define('granted', () => ({
  declared: permissions.canFetchFrom('backend', 'https://declared.example.com/x'),
  other: permissions.canFetchFrom('backend', 'https://other.example.com'),
  scope: permissions.hasScope('storage:app'),
}));
resolver.define('confluence', async ({ payload }) => {
  const asker = payload.as === 'app' ? api.asApp() : api.asUser();
  const response = await asker.requestConfluence(assumeTrustedRoute(payload.path));
  return { status: response.status, body: await response.text() };
});
resolver.define('authorized', ({ payload }) => authorize().onConfluenceContent(payload.id).canRead!());
resolver.define('trigger-url', ({ payload }) => webTrigger.getUrl(payload.key, payload.forceCreate));
resolver.define('trigger-urls', () => webTrigger.queryUrls());
resolver.define('delete-trigger-url', ({ payload }) => webTrigger.deleteUrl(payload.url));
resolver.define('report', ({ payload }) => privacy.reportPersonalData(payload.accounts));
resolver.define('fetch', ({ payload }) => attempt(payload));
resolver.define('fetch-many', async ({ payload }) => {
  const results: unknown[] = [];
  while (results.length < payload.times) results.push(await attempt(payload));
  return results;
});
resolver.define('queue', ({ payload }) => callQueue(payload));
resolver.define('graph', async () => (await api.asApp().requestGraph('query { somethingElse { id } }')).status);
resolver.define('environment', () => ({ variable: process.env['FIXTURE_VARIABLE'], home: process.env['HOME'] }));
resolver.define('by-node', ({ payload }) => requestByNode(payload));
resolver.define('side-door', () => connectByNode());
resolver.define('now', () => Date.now());
resolver.define('large', ({ payload }) => 'x'.repeat(payload.bytes));

export { consume } from './queue-work';
export const calls = resolver.getDefinitions();
export const echo = (request: Record<string, unknown>) => {
  console.log('echo');
  const { to } = request['queryParameters'] as Record<string, string[]>;
  if (to) return { statusCode: 302, headers: { Location: to } };
  const headers = { 'Content-Type': ['application/json'], 'X-Many': ['a', 'b'], 'Set-Cookie': ['one=1', 'two=2'] };
  return { statusCode: 201, headers, body: JSON.stringify(request) };
};
/** A document that shows what the export was requested with, and what it may ask Confluence. */
export const exported = async (payload: unknown, context: Record<string, unknown>) => {
  const asUser = await whoAmI().catch((error: unknown) => (error as Error).name);
  const asApp = (await api.asApp().requestConfluence(assumeTrustedRoute('/wiki/api/v2/pages/131073'))).status;
  const text = JSON.stringify({ payload, principal: context['principal'], asUser, asApp });
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
};
export const fixed = () => ({ outputKey: 'done' });
export const nightly = async () => {
  const answer = await whoAmI().catch((error: unknown) => (error as Error).name);
  return { answer };
};
