import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../../local/shared/clock';
import { startDemo } from '../../../local/demo/demo';
import { callback, connect, refresh, statusOfUsers } from './client';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const stateFile = join(folder, 'demo.json');
afterAll(() => rmSync(folder, { recursive: true }));

const start = (port = 0) => startDemo({ port, redirectUris: [callback], clock: createClock(), users: 5, stateFile });

it('keeps secret, grants and tokens over a restart when it is given a file', async () => {
  const before = await start();
  const tokens = await connect(before);
  const rotated = await before.control.rotateClientSecret();
  await before.close();
  const after = await start(Number(new URL(before.origin).port));
  expect(after.clientSecret).toBe(rotated);
  expect(await statusOfUsers(after, tokens.access_token)).toBe(200);
  expect(await refresh(after, tokens.refresh_token)).toHaveProperty('access_token');
  expect(statSync(stateFile).mode & 0o077).toBe(0);
  await after.close();
});

it('says so when its port is taken', async () => {
  const first = await start();
  const port = Number(new URL(first.origin).port);
  await expect(start(port)).rejects.toThrow(`Port ${port}, which the demo needs, is in use.`);
  await first.close();
});
