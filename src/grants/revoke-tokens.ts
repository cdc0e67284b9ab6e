import type { OAuthClient } from '../oauth/client';
import type { RemainingTime } from '../ports';
import { Problem } from '../shared/problem';
import type { TokenSet } from './grant';
import {
  clientOf,
  optionsOf,
  rememberTokens,
  requireReceiver,
  tokenRequests,
  type Connection,
  type EndpointServices,
} from './token-endpoint';

export interface RevokeServices extends EndpointServices {
  remainingTime: RemainingTime;
}

/** With less time than this left, the provider is not called any more. */
const oneRequestMs = 10_000;

/** What a revocation came to; `problem` where the provider did not do it. */
interface Outcome {
  what: 'refresh token' | 'access token';
  problem?: Problem;
}

/** How telling the provider went, and the same in sentences for admins that name the endpoint which refused. */
export interface Revocation {
  outcome: 'revoked' | 'no-address' | 'failed';
  told: string;
}

const withoutAddress: Revocation = {
  outcome: 'no-address',
  told: 'The provider has no Revoke URL, so the tokens were not revoked there. You can withdraw consent at the provider.',
};

/**
 * How telling the provider went (RFC 7009); never throws. The refresh token goes first: most servers end its access tokens
 * with it, but not all.
 */
export async function revokeTokens(
  connection: Connection,
  tokens: TokenSet,
  services: RevokeServices,
): Promise<Revocation> {
  const { authentication } = connection.settings;
  if (authentication.type !== 'oauth2' || authentication.revokeUrl === '') return withoutAddress;
  try {
    requireReceiver(tokens, 'revokeUrl', authentication);
    const client = { ...(await clientOf(connection, services)), rawBasic: tokens.rawBasic };
    rememberTokens(tokens, services);
    return revocationOf(await revokeEach(client, tokens, services), authentication.revokeUrl);
  } catch (error) {
    const problem = problemOf(error);
    log(problem, services);
    const told = `The tokens could not be revoked at the provider: ${problem.message} You can withdraw consent there.`;
    return { outcome: 'failed', told };
  }
}

async function revokeEach(client: OAuthClient, tokens: TokenSet, services: RevokeServices): Promise<Outcome[]> {
  const { revokeToken } = await tokenRequests();
  const { refreshToken, accessToken } = tokens;
  const all = [['refresh token', refreshToken] as const, ['access token', accessToken] as const];
  const outcomes: Outcome[] = [];
  for (const [what, token] of all) {
    if (token === undefined) continue;
    const hasTime = services.remainingTime() >= oneRequestMs;
    const problem = hasTime
      ? await revokeToken(client, token, optionsOf(services)).then(() => undefined, problemOf)
      : outOfTime();
    outcomes.push({ what, problem });
    if (problem) log(problem, services);
    if (problem && problem.details.refused === undefined) break; // it does not respond, so it is not called again
  }
  return outcomes;
}

const outOfTime = () => new Problem('busy', 'There was no time left.');

const problemOf = (error: unknown) =>
  error instanceof Problem ? error : new Problem('internal', 'The request failed.', { cause: error });

const log = ({ code, details }: Problem, services: RevokeServices) =>
  services.log('revoke-failed', { code, status: details.status });

function revocationOf(outcomes: Outcome[], revokeUrl: string): Revocation {
  const failed = outcomes.find(({ problem }) => problem !== undefined);
  if (!failed?.problem) return { outcome: 'revoked', told: 'The provider has revoked the tokens.' };
  const { what, problem } = failed;
  const isOfAccess = outcomes.length > 1 && problem.details.refused !== undefined && what === 'access token';
  return {
    outcome: isOfAccess ? 'revoked' : 'failed',
    told: refusalSentence({ what, problem, isOfAccess }, revokeUrl),
  };
}

function refusalSentence(
  { what, problem, isOfAccess }: Required<Outcome> & { isOfAccess: boolean },
  revokeUrl: string,
): string {
  const { origin, pathname } = new URL(revokeUrl);
  const endpoint = `The Revoke URL ${origin}${pathname.slice(0, 200)}`;
  if (isOfAccess) {
    return `The provider has revoked the refresh token. ${endpoint} refused the access token, which expires by itself.`;
  }
  const happened = problem.details.refused === undefined ? 'did not revoke' : 'refused to revoke';
  return `${endpoint} ${happened} the ${what}: ${problem.message} You can withdraw consent at the provider.`;
}
