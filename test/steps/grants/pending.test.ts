import { sha256 } from '../../../src/ids';
import { keepPending, pendingSchema, takePending, type PendingAuthorization } from '../../../src/grants/pending';
import { memoryServices } from '../../support/memory';
import { oauthClient } from '../../support/oauth-client';

const client = oauthClient();

function flow(now: number, changes: Partial<PendingAuthorization> = {}): PendingAuthorization {
  return {
    ...{
      schema: pendingSchema,
      attemptId: 'attempt',
      accountId: 'ada',
      client,
      redirectUri: '',
      codeVerifier: '',
      origins: [],
    },
    ...{ target: { kind: 'draft', draftId: 'draft' }, fingerprint: '', expiresAt: now + 600_000 },
    ...changes,
  };
}

const forDraft = (draftId: string) => ({
  target: { kind: 'draft' as const, draftId },
  attemptId: `attempt ${draftId}`,
});

test('a state is taken once, and its flow comes as it was frozen', async () => {
  const services = memoryServices();
  await keepPending('state', flow(services.now()), services);
  expect(await takePending('state', services)).toEqual(flow(services.now()));
  await expect(takePending('state', services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('neither the state nor the secret stands in an open record or a key', async () => {
  const services = memoryServices();
  await keepPending('the-very-state', flow(services.now()), services);
  const { open, secret } = services.memory;
  expect(JSON.stringify([[...open], [...secret.keys()]])).not.toContain('the-very-state');
});

test('of many who take a state at the same moment, one gets it', async () => {
  const services = memoryServices();
  await keepPending('state', flow(services.now()), services);
  const takers = Array.from({ length: 20 }, () => takePending('state', services));
  const outcomes = await Promise.allSettled(takers);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a state whose secret is still readable after it was taken stays taken', async () => {
  const services = memoryServices();
  const { secret } = services.memory;
  await keepPending('state', flow(services.now()), services);
  const kept = secret.get(`pending:${sha256('state')}`);
  await takePending('state', services);
  secret.set(`pending:${sha256('state')}`, kept);
  await expect(takePending('state', services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('a taker whose mark was written but not answered goes on, and nobody else does', async () => {
  const services = memoryServices();
  await keepPending('state', flow(services.now()), services);
  services.memory.fate = ({ name }) => (name === 'create' ? 'lose' : 'work');
  await expect(takePending('state', services)).resolves.toBeDefined();
  await expect(takePending('state', services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('a taker whose mark did not arrive does not go on', async () => {
  const services = memoryServices();
  await keepPending('state', flow(services.now()), services);
  services.memory.fate = ({ name }) => (name === 'create' ? 'fail' : 'work');
  await expect(takePending('state', services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('after ten minutes a state is of no use, though storage may still hold it', async () => {
  const services = memoryServices();
  await keepPending('state', flow(services.now()), services);
  services.advance(600_000);
  await expect(takePending('state', services)).rejects.toThrow(/more than ten minutes/);
});

test.each([-1, 1])('a flow frozen by another version is refused: %i', async (off) => {
  const services = memoryServices();
  await keepPending('state', flow(services.now(), { schema: pendingSchema + off }), services);
  await expect(takePending('state', services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('a new attempt for the same form voids the one before', async () => {
  const services = memoryServices();
  await keepPending('first', flow(services.now(), forDraft('a')), services);
  await keepPending('second', flow(services.now(), forDraft('a')), services);
  await expect(takePending('first', services)).rejects.toMatchObject({ code: 'callback-invalid' });
  await expect(takePending('second', services)).resolves.toBeDefined();
});

test('an attempt that was voided stays so, even where its secret was not deleted', async () => {
  const services = memoryServices();
  await keepPending('first', flow(services.now(), forDraft('a')), services);
  services.memory.fate = ({ name }) => (name === 'secret-delete' ? 'fail' : 'work');
  await expect(keepPending('second', flow(services.now(), forDraft('a')), services)).rejects.toThrow();
  services.memory.fate = () => 'work';
  await expect(takePending('first', services)).rejects.toThrow(/newer attempt/);
});

test('an account has five attempts at a time; the oldest makes room', async () => {
  const services = memoryServices();
  for (const draft of ['1', '2', '3', '4', '5', '6'])
    await keepPending(draft, flow(services.now(), forDraft(draft)), services);
  await keepPending('of bob', flow(services.now(), { ...forDraft('7'), accountId: 'bob' }), services);
  await expect(takePending('1', services)).rejects.toMatchObject({ code: 'callback-invalid' });
  await expect(takePending('2', services)).resolves.toBeDefined();
  await expect(takePending('of bob', services)).resolves.toBeDefined();
});
