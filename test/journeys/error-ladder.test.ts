import type { Page } from 'playwright-core';
import type { Site } from '../support/site';
import type { AdminScreens } from './screens/admin-screens';
import { openNewSource } from './screens/new-source';

let site: Site;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  ({ site, page, admin } = await openNewSource());
});

afterAll(() => site.close());

interface Rung {
  title: string;
  message: RegExp;
  /** Whether trying again without a change can help. */
  retry: boolean;
  code: string;
}

/** The problem that the last test ended in, in all its words. */
async function expectRung({ title, message, retry, code }: Rung): Promise<void> {
  const note = admin.source.result.locator('.problem-note');
  const words = await note.innerText();
  expect(words.split('\n')[0]).toBe(title);
  expect(words).toMatch(message);
  expect(words).toContain(`Code: ${code}.`);
  expect(words.includes('Change something first')).toBe(!retry);
  expect(await note.getByRole('button', { name: 'Try again' }).count()).toBe(retry ? 1 : 0);
  expect(words).not.toMatch(/\ban admin\b/i); // it is one who reads it
  expect(words).not.toMatch(/undefined|\[object|Error:|at \w+ \(/);
}

const rungs: [string, Rung][] = [
  ['status-404', { title: 'Nothing at this address', message: /status 404/, retry: false, code: 'remote-not-found' }],
  [
    'status-401',
    {
      title: 'The API does not accept our sign-in',
      message: /requires a sign-in/,
      retry: false,
      code: 'remote-unauthorized',
    },
  ],
  [
    'status-403',
    { title: 'The API does not allow this access', message: /status 403/, retry: false, code: 'remote-forbidden' },
  ],
  [
    'status-429?after=7',
    { title: 'The API asks us to wait', message: /7 seconds/, retry: true, code: 'remote-rate-limited' },
  ],
  ['status-500', { title: 'The API failed', message: /status 500/, retry: true, code: 'remote-failed' }],
  ['html', { title: 'A web page instead of data', message: /web page/, retry: false, code: 'sign-in-page' }],
  [
    'not-json',
    { title: 'The response cannot be read', message: /not JSON/, retry: false, code: 'response-unreadable' },
  ],
  [
    'huge?megabytes=9',
    { title: 'The response is too large', message: /more than/, retry: false, code: 'response-too-large' },
  ],
  ['disconnect', { title: 'Cannot reach the API', message: /Ladder/, retry: true, code: 'remote-unreachable' }],
  [
    'redirect-foreign',
    { title: 'Host not approved', message: /site admin can approve/, retry: false, code: 'host-not-allowed' },
  ],
];

test.each(rungs)('%s: what happened, who can act and whether trying again helps', async (oddity, rung) => {
  await admin.source.fill({ Name: 'Ladder', URL: `${site.demo.origin}/odd/${oddity}` });
  await admin.source.test();
  await expectRung(rung);
});

test('a host that nobody approved is named', async () => {
  await admin.source.fill({ URL: 'https://not-approved.example/items' });
  await admin.button('Test').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await admin.source.result.getByText('Host not approved').waitFor();
  expect(await admin.source.result.locator('.problem-note').innerText()).toContain('not-approved.example');
});

test('an error within a 200 is one where a selector declares it, and a source without a name is told of all the same', async () => {
  await admin.source.unfold('Advanced');
  await admin.source.fill({
    Name: '',
    URL: `${site.demo.origin}/odd/error-in-200`,
    'Error selector (optional)': '$.error',
  });
  await admin.source.test();
  await expectRung({
    title: 'The API returned an error',
    message: /This data source returned an error/,
    retry: true,
    code: 'remote-error',
  });
  expect(await admin.source.result.locator('.problem-note').innerText()).toContain('Something went wrong.');
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
