import { connectionFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { completed, readableDataSource } from '../data-sources/data-source-store';
import { newId } from '../ids';
import { attemptKey, tokenSetKey } from '../keys';
import {
  readCallback,
  validateCallback,
  type Callback,
  type CallbackQuery,
  type ValidatedCallback,
} from '../oauth/callback';
import { secretsOf } from '../oauth/client';
import { invalidCallback } from '../oauth/invalid-callback';
import { nameLength } from '../shared/limits';
import { exchangeCode } from '../oauth/token-request';
import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { closeAttempt, type Attempt, type AttemptPorts } from './attempt';
import { insistOnChange } from './change';
import { openDraft } from './draft';
import { grantId, retireAll, type Grant, type GrantFacts, type TokenSet } from './grant';
import { roomFor } from './retired';
import { takePending, type PendingAuthorization, type PendingPorts } from './pending';
import { optionsOf, rememberTokens, type EndpointServices } from './token-endpoint';
import { factsOf, firstTokenSet } from './token-set';

export interface CompleteServices extends PendingPorts, EndpointServices {
  dataSources: EntityStorage<DataSource>;
  grants: EntityStorage<Grant>;
}

/** A callback with the flow that it belongs to, which nobody else can have any more. */
export interface TakenCallback {
  callback: Callback;
  pending: PendingAuthorization;
}

/**
 * The callback and its flow. Their secrets are masked from now on in everything that leaves this invocation.
 * @throws Problem `callback-invalid`; nothing is consumed by a malformed one
 */
export async function takeCallback(
  query: CallbackQuery,
  services: PendingPorts & Pick<EndpointServices, 'redactor'>,
): Promise<TakenCallback> {
  const callback = readCallback(query);
  rememberCode(callback, services);
  const pending = await takePending(callback.state, services);
  rememberSecretsOf(pending, services);
  return { callback, pending };
}

/** Has the code masked in everything that leaves this invocation. */
export function rememberCode({ parameters }: Callback, { redactor }: Pick<EndpointServices, 'redactor'>): void {
  const code = parameters.get('code');
  if (code !== null) redactor.remember(code);
}

/** Has the secrets of the frozen client masked in everything that leaves this invocation. */
export function rememberSecretsOf(
  { client }: PendingAuthorization,
  { redactor }: Pick<EndpointServices, 'redactor'>,
): void {
  secretsOf(client).forEach((secret) => redactor.remember(secret));
}

/**
 * Resolves once the callback's code has become the grant of its draft or data source. Only what was frozen at the click
 * is used. How it went is noted for the admin who started, whatever happens.
 * @throws Problem `callback-invalid`, `authorization-denied`, `exchange-failed`, `conflict` (the data source was changed
 *   meanwhile), `host-not-allowed`, `remote-*`
 */
export async function completeAuthorization(
  { callback, pending }: TakenCallback,
  services: CompleteServices,
): Promise<void> {
  try {
    await win(callback, pending, services);
  } catch (error) {
    await noteOutcome(pending, problemOf(error), services);
    throw error;
  }
  await noteOutcome(pending, undefined, services);
}

const problemOf = (error: unknown) =>
  error instanceof Problem
    ? error
    : new Problem('internal', 'The sign-in could not be completed. Click Authenticate to start again.');

/** Notes for the one who started how the attempt ended; nothing where it is forgotten already. */
export async function noteOutcome(
  { attemptId }: Pick<PendingAuthorization, 'attemptId'>,
  problem: Problem | undefined,
  services: AttemptPorts & Pick<EndpointServices, 'redactor'>,
): Promise<void> {
  const attempt = await services.storage.get<Attempt>(attemptKey(attemptId));
  if (attempt) await closeAttempt(attempt, problem, services);
}

/** More than any known server sends. */
const mostOtherTokens = 5;

async function win(callback: Callback, pending: PendingAuthorization, services: CompleteServices): Promise<void> {
  const validated = validateCallback(callback, pending.client, pending.knownIssuer);
  await requireTarget(pending, services);
  const { tokens, facts, issuer } = await redeemCode(validated, pending, services);
  await storeGrant(pending, tokens, { facts: { ...facts, accountId: pending.accountId }, issuer }, services);
}

/** What a code was redeemed for; who signed in is not among the facts. */
export interface Redeemed {
  tokens: TokenSet;
  facts: GrantFacts;
  issuer?: string;
  /** What the service calls the account; absent where its ID token does not say. */
  accountName?: string;
}

/**
 * The tokens for the code of a validated callback, by what was frozen at the click.
 * @throws Problem `exchange-failed`, `host-not-allowed`, `remote-*`
 */
export async function redeemCode(
  validated: ValidatedCallback,
  pending: PendingAuthorization,
  services: EndpointServices,
): Promise<Redeemed> {
  const { client, origins, receivers, lifetimeMs } = pending;
  const response = await exchangeCode(client, validated, pending, optionsOf(services));
  rememberTokens(response, services);
  const now = services.now();
  const askedScopes = client.scopes;
  const tokens = firstTokenSet(response, {
    now,
    origins,
    receivers,
    clientId: client.clientId,
    askedScopes,
    lifetimeMs,
  });
  const otherTokens = response.otherPlaces?.map((place) => place.slice(0, nameLength)).slice(0, mostOtherTokens);
  const facts = factsOf(tokens, { authenticatedAt: now, askedScopes, ...(otherTokens && { otherTokens }) });
  const issuer = validated.issuer ?? pending.knownIssuer;
  return { tokens, facts, issuer, accountName: response.accountName };
}

/** The grant's owner must still describe the connection that the code was obtained for. */
async function requireTarget(
  { target, fingerprint, accountId }: PendingAuthorization,
  services: CompleteServices,
): Promise<string> {
  if (target.kind === 'own') throw invalidCallback('It is to be completed in Confluence.');
  const owner =
    target.kind === 'draft'
      ? await openDraft(target.draftId, accountId, services)
      : await liveSource(target.dataSourceId, services);
  if (!owner || connectionFingerprint(owner.settings) !== fingerprint) throw changedDuringSignIn();
  return owner.id;
}

const changedDuringSignIn = () =>
  new Problem('conflict', 'The data source was changed during the sign-in. Click Authenticate again.');

async function liveSource(id: string, { dataSources }: CompleteServices): Promise<DataSource | undefined> {
  const found = await dataSources.get(id);
  return found && !found.deleting ? completed(readableDataSource(found)) : undefined;
}

/**
 * Stores the tokens under a name of their own, then makes them the grant's. The name is retired before it is written
 * and reclaimed when it is adopted, so tokens of a sign-in that breaks off here are deleted by upkeep. A grant that was
 * disconnected or obtained anew in between stays as it is.
 */
async function storeGrant(
  pending: PendingAuthorization,
  tokens: TokenSet,
  won: Pick<Grant, 'facts' | 'issuer'>,
  services: CompleteServices,
): Promise<void> {
  const id = grantId(await requireTarget(pending, services));
  const name = tokenSetKey(id, 0, newId());
  const { grants, secrets, now } = services;
  const before = await insistOnChange(grants, id, async (grant) => ({
    retired: await roomFor([...grant.retired, { name, at: now() }], grant, secrets),
  }));
  await secrets.set(name, tokens);
  await insistOnChange(grants, id, async (grant) => {
    if (grant.tok !== name && grant.epoch !== before.epoch) throw changedDuringSignIn();
    return {
      ...won,
      tok: name,
      state: 'ok',
      epoch: grant.epoch + 1,
      holder: '',
      next: '',
      tries: [],
      retired: await roomFor(retiredWithout(name, grant, now()), { ...grant, tok: name }, secrets),
      fingerprint: pending.fingerprint,
      reason: undefined,
      remoteCode: undefined,
      trouble: undefined,
      refusedAt: undefined,
      learnedLifetimeMs: undefined,
    };
  });
}

const retiredWithout = (name: string, grant: Grant, now: number) =>
  retireAll(grant, now).filter((each) => each.name !== name);
