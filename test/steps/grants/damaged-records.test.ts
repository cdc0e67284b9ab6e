import { readSecrets, storeSecrets } from '../../../src/data-sources/credentials';
import { disconnect } from '../../../src/grants/disconnect';
import { draftOfForm, openDraft } from '../../../src/grants/draft';
import { keepPending, pendingSchema, takePending } from '../../../src/grants/pending';
import { newId } from '../../../src/ids';
import { draftKey, pendingIndexKey } from '../../../src/keys';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { connectedAndExpired } from '../../support/connected';
import { oauthClient } from '../../support/oauth-client';
import { signIn } from '../../support/sign-in';

/** What a write that went wrong may leave in the place of a record. */
const damages = [['text'], [[]], [{ value: 'text' }], [{ schema: 1 }]] as const;

test.each(damages)('secrets of which %j is left say so, with what helps', async (left) => {
  const services = memoryServices();
  const credentials = await storeSecrets('owner', directoryForm().settings, { clientSecret: 'typed' }, services);
  await services.secrets.set(credentials.secretKey, left);
  await expect(readSecrets(credentials, services.secrets)).rejects.toMatchObject({
    code: 'record-unreadable',
    message: expect.stringMatching(/damaged\. An admin can enter it again\.$/) as string,
  });
});

test.each(damages)('tokens of which %j is left say so to whoever needs them, and a new sign-in helps', async (left) => {
  const at = await connectedAndExpired();
  const { server, services, saved } = at;
  await services.secrets.set(at.grant().tok, left);
  for (const look of [at.reader, at.admin]) {
    await expect(look()).rejects.toMatchObject({
      code: 'reconnect-needed',
      readerMessage: 'The connection of this data source has ended. An admin can reconnect it.',
    });
  }
  const reason = expect.stringMatching(/cannot be read\. Click Authenticate again\.$/) as string;
  expect(await at.badge()).toMatchObject({ state: 'reconnect-needed', reason });
  await signIn({ id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} }, server, services);
  expect((await at.reader()).authorization).toMatch(/^Bearer access-token-/);
  await services.secrets.set(at.grant().tok, left);
  expect(await disconnect(saved, services)).toBeDefined();
  expect(at.grant()).toMatchObject({ state: 'none', tok: '' });
});

test.each(damages)('a draft of which %j is left says so, or counts as expired', async (left) => {
  const services = memoryServices();
  const id = newId();
  await services.storage.set(draftKey(id), left);
  await expect(openDraft(id, 'ada', services)).rejects.toMatchObject({ code: 'not-found' });
  await services.storage.set(draftKey(id), { schema: 1, expiresAt: services.now() + 1000 });
  await expect(openDraft(id, 'ada', services)).rejects.toMatchObject({
    code: 'record-unreadable',
    message: expect.stringMatching(/damaged\. Click Authenticate again; nothing was changed\.$/) as string,
  });
  await expect(draftOfForm({ ...directoryForm(), draftId: id }, 'ada', services)).rejects.toMatchObject({
    code: 'record-unreadable',
  });
});

test('a damaged list of sign-ins under way does not keep a new one from its end', async () => {
  const services = memoryServices();
  await services.storage.set(pendingIndexKey('ada'), { value: 'text' });
  await keepPending(
    'state',
    {
      ...{ schema: pendingSchema, attemptId: 'attempt', accountId: 'ada', client: oauthClient(), redirectUri: '' },
      ...{ codeVerifier: '', origins: [], target: { kind: 'draft', draftId: 'draft' }, fingerprint: '' },
      expiresAt: services.now() + 600_000,
    },
    services,
  );
  expect(await takePending('state', services)).toMatchObject({ attemptId: 'attempt' });
});
