import { handleExport } from '../../../src/resolvers/export';
import type { Services } from '../../../src/resolvers/services';
import { flightWorld, view } from '../../support/flights';
import { json } from '../../support/memory-upstream';
import { users, usersUrl } from '../../support/panels';

async function exportedFor(context: object): Promise<string> {
  const world = await flightWorld({ [usersUrl]: () => json({ value: users(2) }) });
  await view(world);
  const payload = { exportType: 'pdf', context: { content: { id: '7' }, config: { panelId: world.panel.id } } };
  const open = () => world.services as Services;
  return JSON.stringify(await handleExport(payload, { installContext: 'site', ...context }, { isInline: false }, open));
}

test.each<[string, object]>([
  ['without an account', { principal: { accountId: 'unidentified' } }],
  ['without an account, named on its own', { accountId: 'unidentified' }],
  ['of a customer', { principal: { accountId: 'a', accountType: 'customer' } }],
  ['without a license', { principal: { accountId: 'a', accountType: 'unlicensed' } }],
  ['without a license, named on its own', { accountId: 'a', accountType: 'unlicensed' }],
])('people %s get no rows in an exported page, as they get none on it', async (_, context) => {
  const text = await exportedFor(context);
  expect(text).toContain('people with a Confluence license');
  expect(text).not.toContain('User 000');
});

test.each<[string, object]>([
  ['a licensed person', { principal: { accountId: 'a', accountType: 'licensed' } }],
  ['whoever the platform does not name', {}],
])('%s gets them', async (_, context) => {
  expect(await exportedFor(context)).toContain('User 000001');
});
