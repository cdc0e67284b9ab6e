import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { signIn } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';

test('no open record of a sign-in that failed holds the secret, wherever the server writes it', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const secret = 'client-secret-value';
  server.fault = () => json({ error: `bad_secret:${secret}`, error_description: `${secret} ${'x'.repeat(600)}` }, 400);
  await expect(signIn(directoryForm(), server, services)).rejects.toMatchObject({ code: 'exchange-failed' });
  const records = JSON.stringify([...services.memory.open.values(), ...services.memory.records('grant').values()]);
  expect(records).toContain('"state":"failed"');
  expect(records).not.toContain(secret);
});
