import type { HealthRecord } from '../../../../src/data-sources/health';
import { readPolitely, readWithWaits } from '../../../../src/panel/read/read-politely';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { noteWait, respectWait } from '../../../../src/panel/read/retry-after';
import type { Upstream } from '../../../../src/panel/read/upstream';
import { memoryServices } from '../../../support/memory';
import { dataSource, openAccess, users, usersUrl } from '../../../support/panels';
import { type Respond, json, memoryUpstream, status } from '../../../support/memory-upstream';

const source = dataSource();
const upstream: Upstream = {
  settings: source.settings,
  values: {},
  selectors: { rows: [] },
  access: openAccess,
  bounds: readBounds,
};

function reader(responding: Respond) {
  const requested = memoryUpstream({ [usersUrl]: responding });
  const services = memoryServices({ fetch: requested.fetch });
  const health = () => services.storage.get<HealthRecord>(`health:${source.id}`);
  return {
    services,
    health,
    requests: requested.requests,
    read: () => readPolitely(source, upstream, services, () => 0),
  };
}

describe('reading a stored data source', () => {
  it('notes that it went well, and how it failed', async () => {
    let isFailing = false;
    const { services, health, read } = reader(() => (isFailing ? status(500) : json({ value: users(1) })));
    await read();
    expect(await health()).toEqual({ lastSuccessAt: services.now() });
    isFailing = true;
    await expect(read()).rejects.toMatchObject({ code: 'remote-failed' });
    expect((await health())?.lastFailure?.message).toContain('Directory failed (status 500)');
  });

  it('notes nothing of a form that is tried', async () => {
    const { services, health } = reader(() => json({ value: [] }));
    await readWithWaits(source, upstream, services, () => 0);
    expect(await health()).toBeUndefined();
  });

  it.each([
    [429, 'has received too many requests and asks us to wait 2 minutes.'],
    [503, 'is not available and asks us to wait 2 minutes.'],
  ])('leaves it alone as long as its %d asks, and says so', async (code, sentence) => {
    const { services, requests, read } = reader(() => status(code, { 'retry-after': '120' }));
    await expect(read()).rejects.toMatchObject({ details: { status: code } });
    await expect(read()).rejects.toMatchObject({
      code: 'remote-rate-limited',
      message: `Directory ${sentence}`,
      details: { retryAfterMs: 120_000 },
    });
    expect(requests).toHaveLength(1);
    services.advance(120_000);
    await expect(read()).rejects.toMatchObject({ details: { status: code } });
    expect(requests).toHaveLength(2);
  });
});

test('a shorter wait does not stand in for a longer one', async () => {
  const { storage, now } = memoryServices();
  await noteWait(storage, { id: 'x' }, { waitMs: 600_000, status: 429 }, now());
  await noteWait(storage, { id: 'x' }, { waitMs: 1000, status: 503 }, now());
  await expect(respectWait(storage, { id: 'x', name: 'X' }, now() + 2000)).rejects.toMatchObject({
    details: { retryAfterMs: 598_000, status: 429 },
  });
});
