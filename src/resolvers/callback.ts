import * as v from 'valibot';
import { completeAuthorization, takeCallback } from '../grants/complete';
import { handBack, isOwnCallback } from '../own-accounts/hand-back';
import type { CallbackQuery } from '../oauth/callback';
import { callbackPage, redirectTo, type PageResponse } from './callback-page';
import { openServices } from './open-services';
import { problemReply } from './reply';
import type { Services } from './services';

const requestSchema = v.object({
  method: v.string(),
  queryParameters: v.optional(v.record(v.string(), v.array(v.string())), {}),
});

const contextSchema = v.object({ installContext: v.pipe(v.string(), v.minLength(1)) });

type OpenForSite = (site: string) => Services;

const openForSite: OpenForSite = (site) => openServices({ site, accountId: '' });

/**
 * The web trigger behind the redirect URI, where the provider sends the browser. It is public and has no user, so the state
 * is the only proof. An admin's code is exchanged here; a reader's browser is sent on to Confluence, which knows whose it is.
 */
export const oauthCallback = (request: unknown, context: unknown): Promise<PageResponse> =>
  handleCallback(request, context, openForSite);

/** The page for a request to the redirect URI. Anything but GET consumes nothing. */
export async function handleCallback(request: unknown, context: unknown, open: OpenForSite): Promise<PageResponse> {
  const parsed = v.safeParse(requestSchema, request);
  const known = v.safeParse(contextSchema, context);
  if (!parsed.success || !known.success) return callbackPage('callback-invalid');
  if (parsed.output.method !== 'GET') return callbackPage('method');
  const services = open(known.output.installContext);
  try {
    return await pageAfter(parsed.output.queryParameters, services);
  } catch (error) {
    return callbackPage(problemReply(error, 'oauthCallback', 'everyone', services.log).code);
  }
}

async function pageAfter(query: CallbackQuery, services: Services): Promise<PageResponse> {
  const taken = await takeCallback(query, services);
  if (isOwnCallback(taken)) return redirectTo(await handBack(taken, services));
  await completeAuthorization(taken, services);
  return callbackPage('authenticated');
}
