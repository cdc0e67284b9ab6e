import { createHash } from 'node:crypto';
import type { OutboundFetch } from '../../src/ports';

export const tokenServer = 'https://login.example.com';

/** A flow that somebody consented to: what an authorization server keeps for a code. */
interface Consent {
  codeChallenge: string;
  clientId: string;
  redirectUri: string;
  scope: string;
}

export interface TokenServerOptions {
  /** Empty for a public client. */
  clientSecret: string;
  expiresIn: number | undefined;
  givesRefreshToken: boolean;
  rotates: boolean;
  /** What the ID token of a sign-in says; none comes where absent. */
  claims?: Record<string, unknown>;
}

type Fault = (form: URLSearchParams) => Response | 'lose' | undefined;

/**
 * A token endpoint that rotates refresh tokens and ends a grant when an old one comes again, in memory. `lose` as a
 * fault does the work and drops the response.
 */
export class TokenServer {
  readonly options: TokenServerOptions = {
    clientSecret: 'client-secret-value',
    expiresIn: 3600,
    givesRefreshToken: true,
    rotates: true,
  };
  readonly requests: { path: string; form: URLSearchParams; headers: Record<string, string> }[] = [];
  readonly revoked: string[] = [];
  fault: Fault = () => undefined;
  private readonly consents = new Map<string, Consent>();
  private readonly grantOfToken = new Map<string, { grant: number; isSpent: boolean }>();
  private readonly endedGrants = new Set<number>();
  private counter = 0;

  /** What a browser would bring back from the authorize URL after a consent. */
  consent(authorizeUrl: string): { code: string; state: string } {
    const query = new URL(authorizeUrl).searchParams;
    const code = `code-${(this.counter += 1)}`;
    this.consents.set(code, {
      codeChallenge: query.get('code_challenge') ?? '',
      clientId: query.get('client_id') ?? '',
      redirectUri: query.get('redirect_uri') ?? '',
      scope: query.get('scope') ?? '',
    });
    return { code, state: query.get('state') ?? '' };
  }

  /** Whether the newest refresh token of the grant that this access token belongs to is still good. */
  isAlive(accessToken: string): boolean {
    const known = this.grantOfToken.get(accessToken);
    return known !== undefined && !this.endedGrants.has(known.grant);
  }

  count(grantType: string): number {
    return this.requests.filter(({ form }) => form.get('grant_type') === grantType).length;
  }

  readonly fetch: OutboundFetch = async (url, { body, headers }) => {
    await Promise.resolve();
    const form = new URLSearchParams(body);
    this.requests.push({ path: url.pathname, form, headers });
    const fault = this.fault(form);
    if (fault instanceof Response) return fault;
    const response = url.pathname === '/revoke' ? this.revoke(form) : this.token(form, headers);
    if (fault === 'lose') throw new Error('the answer was lost');
    return response;
  };

  /** The first token set of a fresh grant, as a code would have obtained it. */
  freshGrant(): { access_token: string; refresh_token: string } {
    const grant = (this.counter += 1);
    return this.issue(grant) as { access_token: string; refresh_token: string };
  }

  private token(form: URLSearchParams, headers: Record<string, string>): Response {
    if (presentedSecret(form, headers) !== this.options.clientSecret) {
      const description = 'AADSTS7000215: Invalid client secret provided.';
      return json({ error: 'invalid_client', error_description: description }, 401);
    }
    if (form.get('grant_type') === 'client_credentials') return this.clientCredentials(form);
    return form.get('grant_type') === 'refresh_token' ? this.refresh(form) : this.exchange(form, headers);
  }

  private clientCredentials(form: URLSearchParams): Response {
    const { refresh_token: _none, ...tokens } = this.issue((this.counter += 1));
    return json({ ...tokens, scope: form.get('scope') ?? '' }, 200);
  }

  private exchange(form: URLSearchParams, headers: Record<string, string>): Response {
    const code = form.get('code') ?? '';
    const consent = this.consents.get(code);
    this.consents.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      consent?.codeChallenge === challenge &&
      consent.clientId === (form.get('client_id') ?? basicOf(headers)[0]) &&
      consent.redirectUri === form.get('redirect_uri');
    if (!fits) return json({ error: 'invalid_grant', error_description: 'The code does not fit.' }, 400);
    const grant = (this.counter += 1);
    const { claims } = this.options;
    const idToken = claims && { id_token: ['e30', encoded(claims), 'c2ln'].join('.') };
    return json({ ...this.issue(grant), ...idToken, scope: consent.scope }, 200);
  }

  private refresh(form: URLSearchParams): Response {
    const token = form.get('refresh_token') ?? '';
    const known = this.grantOfToken.get(token);
    if (!known || this.endedGrants.has(known.grant)) return json({ error: 'invalid_grant' }, 400);
    if (known.isSpent) {
      this.endedGrants.add(known.grant);
      return json({ error: 'invalid_grant', error_description: 'The refresh token was used before.' }, 400);
    }
    known.isSpent = this.options.rotates;
    const { refresh_token: next, ...rest } = this.issue(known.grant);
    return json(this.options.rotates ? { ...rest, refresh_token: next } : rest, 200);
  }

  private revoke(form: URLSearchParams): Response {
    const token = form.get('token') ?? '';
    this.revoked.push(token);
    const known = this.grantOfToken.get(token);
    if (known) this.endedGrants.add(known.grant);
    return new Response('', { status: 200 });
  }

  private issue(grant: number): Record<string, unknown> {
    const serial = (this.counter += 1);
    const tokens = {
      access_token: `access-token-${grant}-${serial}`,
      refresh_token: `refresh-token-${grant}-${serial}`,
    };
    this.grantOfToken.set(tokens.access_token, { grant, isSpent: false });
    this.grantOfToken.set(tokens.refresh_token, { grant, isSpent: false });
    const { expiresIn, givesRefreshToken } = this.options;
    return {
      token_type: 'Bearer',
      access_token: tokens.access_token,
      ...(expiresIn === undefined ? {} : { expires_in: expiresIn }),
      ...(givesRefreshToken ? { refresh_token: tokens.refresh_token } : {}),
    };
  }
}

export const json = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** By Basic or in the body; empty where none came. */
function presentedSecret(form: URLSearchParams, headers: Record<string, string>): string {
  return basicOf(headers)[1] ?? form.get('client_secret') ?? '';
}

/** Client id and secret as RFC 6749 section 2.3.1 encodes them; nothing where the client proves itself otherwise. */
function basicOf({ authorization = '' }: Record<string, string>): string[] {
  const basic = /^Basic (.*)$/.exec(authorization)?.[1];
  return basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent);
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
