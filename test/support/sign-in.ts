import type { AuthenticateReply, DataSourceForm } from '../../src/shared/contract';
import { authenticate } from '../../src/grants/authenticate';
import { completeAuthorization, takeCallback, type CompleteServices } from '../../src/grants/complete';
import type { CallbackQuery } from '../../src/oauth/callback';
import type { MemoryServices } from './memory';
import type { TokenServer } from './token-server';

export const ada = { accountId: 'ada' };
export const bob = { accountId: 'bob' };

/** Authenticates a form all the way: click, consent at the server, callback. */
export async function signIn(
  form: DataSourceForm,
  server: TokenServer,
  services: MemoryServices,
  caller = ada,
): Promise<AuthenticateReply> {
  const reply = await authenticate(form, caller, services);
  const { code, state } = server.consent(reply.authorizeUrl);
  await complete({ code: [code], state: [state] }, services);
  return reply;
}

/** Handles a callback as the web trigger does. */
export async function complete(query: CallbackQuery, services: CompleteServices): Promise<void> {
  await completeAuthorization(await takeCallback(query, services), services);
}
