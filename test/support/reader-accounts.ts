import { ownFingerprint } from '../../src/data-sources/connection';
import { receiversOf } from '../../src/data-sources/receivers';
import type { DataSource } from '../../src/data-sources/data-source';
import { emptyGrant, type Grant, grantId, type TokenSet } from '../../src/grants/grant';
import { connectionFingerprint, secretOrigins } from '../../src/data-sources/connection';
import type {
  LoadReply,
  LoadRequest,
  OAuth2Authentication,
  PanelSettings,
  WhoSignsIn,
} from '../../src/shared/contract';
import { loadPanel } from '../../src/panel/load/load-panel';
import type { Panel } from '../../src/panel/load/panel';
import type { Services } from '../../src/resolvers/services';
import { oauth2 } from './data-source-forms';
import { firstRows } from './flights';
import { json, type Respond } from './memory-upstream';
import { type PanelWorld, panelWorld, usersUrl } from './panels';

/** The names of the rows that an account sees at the API, or how the API refuses it. */
export type Seen = string[] | Response | (() => Response | Promise<Response>);

/** A site whose API answers by the token that comes: each account sees rows of its own. */
export interface ReadersWorld extends PanelWorld {
  /** By account, `shared` for the one that an admin signed in with. */
  sees: Record<string, Seen>;
  /** The accounts whose tokens came, in order. */
  asked(): string[];
}

const tokenOf = (account: string) => `access-token-of-${account}`;

/** What the API answers to the account that the token is of; an unknown token is refused. */
function answering(sees: Record<string, Seen>): Respond {
  return async ({ headers }) => {
    const seen = sees[accountIn(headers)];
    if (seen === undefined) return new Response('', { status: 401 });
    if (typeof seen === 'function') return seen();
    return Array.isArray(seen) ? json({ value: seen.map((displayName) => ({ displayName, age: 1 })) }) : seen.clone();
  };
}

const accountIn = (headers: Record<string, string>) =>
  /^Bearer access-token-of-(\S+?)(?:-\d+)?$/.exec(headers.authorization ?? '')?.[1] ?? '';

/** A panel on a data source with that mode, where only the shared account has signed in. */
export async function readersWorld(
  who: WhoSignsIn,
  sees: Record<string, Seen>,
  options: {
    authentication?: Partial<OAuth2Authentication>;
    panel?: Partial<PanelSettings>;
    services?: Partial<Services>;
    responses?: Record<string, Respond>;
  } = {},
): Promise<ReadersWorld> {
  const authentication = { ...oauth2, ...options.authentication, whoSignsIn: who };
  const responses = { [usersUrl]: answering(sees), ...options.responses };
  const world = await panelWorld(responses, { ...options, settings: { authentication } });
  await keepGrant(
    'grant',
    grantId(world.dataSource.id),
    connectionFingerprint(world.dataSource.settings),
    'shared',
    world,
  );
  const asked = () => world.upstream.requests.map(({ headers }) => accountIn(headers));
  return { ...world, sees, asked };
}

/** Connects the account of a reader, once more where they had one. */
export function connect(world: PanelWorld, accountId: string, tokens: Partial<TokenSet> = {}): Promise<void> {
  const { id, settings } = world.dataSource;
  const stored = world.services.memory.records('data-source').get(id) as DataSource;
  return keepGrant(
    'reader-grant',
    grantId(id, accountId),
    ownFingerprint({ ...stored, settings }),
    accountId,
    world,
    tokens,
  );
}

async function keepGrant(
  entity: 'grant' | 'reader-grant',
  id: string,
  fingerprint: string,
  account: string,
  { services, dataSource: { settings } }: PanelWorld,
  more: Partial<TokenSet> = {},
): Promise<void> {
  const records = services.memory.records(entity);
  const before = records.get(id) as Grant | undefined;
  const epoch = (before?.epoch ?? 0) + 1;
  const tok = `tok:${id}:${epoch}`;
  const now = services.now();
  const tokens: TokenSet = {
    ...{
      accessToken: tokenOf(account),
      tokenType: 'Bearer',
      scopes: [],
      obtainedAt: now,
      expiresAt: now + 30 * 86_400_000,
    },
    ...{ origins: secretOrigins(settings), receivers: receiversOf(settings), clientId: oauth2.clientId },
    ...more,
  };
  services.memory.secret.set(tok, tokens);
  const { refreshToken, expiresAt } = tokens;
  const facts = {
    authenticatedAt: now,
    askedScopes: [],
    scopes: [],
    hasRefreshToken: refreshToken !== undefined,
    expiresAt,
  };
  const rev = (before?.rev ?? 0) + 1;
  records.set(id, { ...emptyGrant(id, 'test', rev), state: 'ok', epoch, tok, fingerprint, facts });
  services.memory.log.length = 0;
}

/** Changes a reader's grant as an end or an act of theirs does. */
export function leaveGrant({ services, dataSource }: PanelWorld, accountId: string, changes: Partial<Grant>): void {
  const records = services.memory.records('reader-grant');
  const id = grantId(dataSource.id, accountId);
  const grant = records.get(id) as Grant;
  records.set(id, { ...grant, rev: grant.rev + 1, ...changes });
}

/** What that reader gets of the world's panel. */
export function loadAs(
  world: PanelWorld,
  accountId: string | undefined,
  request: Partial<LoadRequest> = {},
  shown: Panel = world.panel,
): Promise<LoadReply> {
  return loadPanel({ panelId: shown.id, window: firstRows, ...request }, { accountId }, world.services);
}

/** In one word: the names that they see, or what they get in place of rows. */
export async function seenBy(
  world: PanelWorld,
  accountId: string | undefined,
  request: Partial<LoadRequest> = {},
): Promise<string> {
  const reply = await loadAs(world, accountId, request);
  if (reply.state !== 'view') return reply.state;
  return reply.view.visual === 'table' ? reply.view.rows.map(([name]) => String(name)).join() : reply.view.visual;
}
