import { adminStanding } from '../../../src/platform/admin-standing';

const ofAdmins = { operation: 'administer', targetType: 'application' };
const ofAll = { operation: 'use', targetType: 'application' };
const retention = { number: 3, units: 'YEARS' };

type Reply = [status: number, body: unknown];

/** Confluence as the platform lets the app speak to it; the paths that were requested. */
function confluence(user: Reply, auditLog: Reply): string[] {
  const requested: string[] = [];
  const fetch = (_to: unknown, path: string): Promise<Response> => {
    requested.push(path);
    const [status, body] = path.includes('/audit/') ? auditLog : user;
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  };
  Object.assign(globalThis, { __forge_fetch__: fetch });
  return requested;
}

afterEach(() => void Reflect.deleteProperty(globalThis, '__forge_fetch__'));

const refused: Reply = [403, { statusCode: 403, message: 'Not permitted to use the audit log' }];
const userWith = (operations?: unknown): Reply => [200, { accountId: 'ada', operations }];

test.each<[string, Reply, string]>([
  ['who may administer the application is an admin', userWith([ofAll, ofAdmins]), 'admin'],
  ['who may only use it is none', userWith([ofAll]), 'other'],
  ['who may administer something else is none', userWith([{ operation: 'administer', targetType: 'space' }]), 'other'],
  ['a reply about somebody else says nothing', [200, { accountId: 'eve', operations: [ofAdmins] }], 'unknown'],
])('%s, and nothing else is requested', async (_, user, standing) => {
  const requested = confluence(user, [200, retention]);
  expect(await adminStanding('ada')).toBe(standing);
  expect(requested).toEqual(['/wiki/rest/api/user/current?expand=operations']);
});

const withoutOperations: [string, Reply][] = [
  ['no operations', userWith()],
  ['operations that are null', userWith(null)],
  ['an empty list of operations', userWith([])],
  ['an error', [500, 'broken']],
  ['a refusal', [403, { message: 'Unauthorized; scope does not match' }]],
];

test.each(withoutOperations)('where Confluence replies with %s, the audit log decides', async (_, user) => {
  const requested = confluence(user, [200, retention]);
  expect(await adminStanding('ada')).toBe('admin');
  expect(requested[1]).toBe('/wiki/rest/api/audit/retention');
  confluence(user, refused);
  expect(await adminStanding('ada')).toBe('other');
});

test.each<[string, Reply]>([
  ['the app lacks the scope', [403, { code: 403, message: 'Unauthorized; scope does not match' }]],
  ['the app lacks the scope, by another status', [401, { code: 401 }]],
  ['it is not there', [404, {}]],
  ['it fails', [500, 'broken']],
  ['its reply is none that is documented', [200, { html: '<p>Log in</p>' }]],
  ['its reply is a page', [200, '<html></html>']],
])('where %s as well, nobody is known to be an admin, and nobody is said to be none', async (_, auditLog) => {
  confluence(userWith(), auditLog);
  expect(await adminStanding('ada')).toBe('unknown');
});
