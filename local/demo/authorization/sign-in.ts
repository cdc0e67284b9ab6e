import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { sendPage, readForm } from '../exchange';
import type { Exchange } from '../exchange';
import type { DemoAccount } from '../settings';
import { adminConsentRequired, unknownScope, userDeclined } from './aadsts';
import { accountOf, accounts } from './accounts';
import { scopes } from './clients';
import { adminNeededPage, consentPage, errorPage, signInPage } from './pages';
import type { ConsentQuestion } from './pages';
import { requestedScope, paths } from './provider';

/** Returns the sign-in and consent pages, and what is posted from them. */
export async function handleSignIn(provider: Provider, exchange: Exchange): Promise<void> {
  const interaction = await findInteraction(provider, exchange);
  if (!interaction) {
    return sendPage(exchange, 400, errorPage('This sign-in has ended. Go back to the app and start again.'));
  }
  if (exchange.request.method === 'POST') return handleForm(provider, exchange, interaction);
  showPage(exchange, interaction);
}

async function findInteraction(provider: Provider, { request, response, url }: Exchange): Promise<Interaction | null> {
  const interaction = await provider.interactionDetails(request, response).catch(() => null);
  return interaction && url.pathname === `${paths.signIn}/${interaction.uid}` ? interaction : null;
}

function showPage(exchange: Exchange, interaction: Interaction): void {
  const action = exchange.url.pathname;
  const account = signedInAccount(interaction);
  if (!account) return sendPage(exchange, 200, signInPage(action, accounts));
  const question: ConsentQuestion = {
    action,
    account,
    scopes: missingScopes(interaction),
    otherAccountUrl: otherAccountUrl(interaction),
  };
  sendPage(exchange, 200, account.mayConsent ? consentPage(question) : adminNeededPage(question));
}

async function handleForm(provider: Provider, exchange: Exchange, interaction: Interaction): Promise<void> {
  const form = await readForm(exchange.request);
  const chosen = accountOf(form.get('account'));
  const account = signedInAccount(interaction);
  if (form.has('cancel')) return deny(provider, exchange, userDeclined);
  if (!account) {
    if (!chosen) return showPage(exchange, interaction);
    return finish(provider, exchange, { login: { accountId: chosen.email } });
  }
  if (!account.mayConsent) return deny(provider, exchange, adminConsentRequired);
  if (!form.has('consent')) return showPage(exchange, interaction);
  await consent(provider, exchange, interaction, account);
}

async function consent(
  provider: Provider,
  exchange: Exchange,
  interaction: Interaction,
  account: DemoAccount,
): Promise<void> {
  const { params } = interaction;
  const unknown = textIn(params, requestedScope)
    ?.split(' ')
    .find((scope) => !(scope in scopes));
  if (unknown !== undefined) {
    return finish(provider, exchange, { error: 'invalid_scope', error_description: unknownScope(unknown) });
  }
  const grant = new provider.Grant({ accountId: account.email, clientId: textIn(params, 'client_id') ?? '' });
  grant.addOIDCScope(missingScopes(interaction).join(' '));
  await finish(provider, exchange, { consent: { grantId: await grant.save() } });
}

/** What the account has not yet consented to. */
function missingScopes({ prompt }: Interaction): string[] {
  return (prompt.details.missingOIDCScope as string[] | undefined) ?? [];
}

function textIn(params: Interaction['params'], name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

function deny(provider: Provider, exchange: Exchange, description: string): Promise<void> {
  return finish(provider, exchange, { error: 'access_denied', error_description: description });
}

function finish(provider: Provider, { request, response }: Exchange, result: Record<string, unknown>): Promise<void> {
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

function signedInAccount({ prompt, session }: Interaction): DemoAccount | undefined {
  return prompt.name === 'consent' ? accountOf(session?.accountId) : undefined;
}

/** The same authorization request again, without the session. */
function otherAccountUrl({ params }: Interaction): string {
  const { [requestedScope]: _requested, ...rest } = params;
  const scope = textIn(params, requestedScope) ?? '';
  const given = Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const query = new URLSearchParams({ ...Object.fromEntries(given), scope, prompt: 'select_account' });
  return `${paths.authorize}?${query}`;
}
