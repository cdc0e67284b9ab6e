import { type FormRequest, type HttpService, sendJson, startHttpService } from './http-service';
import { packageFile } from './packages';

/** What is used of @node-oauth/oauth2-server. */
interface OAuth2Package {
  new (options: object): OAuth2Server;
  Request: new (request: FormRequest) => object;
  Response: new () => ServerReply;
}

interface OAuth2Server {
  token(request: object, response: ServerReply): Promise<unknown>;
  authorize(request: object, response: ServerReply, options: object): Promise<unknown>;
  authenticate(request: object, response: ServerReply): Promise<unknown>;
}

interface ServerReply {
  status?: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Registered {
  id: string;
  secret: string;
}

type Stored = Record<string, unknown> & { client?: object; user?: object };

export interface RawBasicService extends HttpService {
  /** Ends all that was granted. */
  forget(): void;
  /** From now on every refusal is a 400 with an empty body. */
  beSilent(): void;
}

/**
 * @node-oauth/oauth2-server with `/authorize`, `/token` and the API `/items`. It takes the client's Basic as it is, without
 * decoding what RFC 6749 has clients encode. Sign-ins with `openid` need a nonce, which its ID token repeats.
 */
export async function startRawBasicService(client: Registered): Promise<RawBasicService> {
  const { default: OAuth2 } = (await import(packageFile('@node-oauth/oauth2-server/index.js'))) as {
    default: OAuth2Package;
  };
  const { model, forget } = modelOf(client);
  let isSilent = false;
  const server = new OAuth2({ model, accessTokenLifetime: 3600, allowExtendedTokenAttributes: true });
  const nonces = new Map<string, string>();

  const work = async (request: FormRequest, reply: ServerReply): Promise<void> => {
    const asked = new OAuth2.Request(request);
    if (request.path === '/authorize') {
      const { nonce = '', scope = '', state = '' } = request.query;
      if (scope.includes('openid') && nonce === '') throw Object.assign(new Error('nonce is missing'), { code: 400 });
      nonces.set(state, nonce);
      await server.authorize(asked, reply, { authenticateHandler: { handle: () => ({ id: 'ada' }) } });
      const code = new URL(reply.headers.location ?? '').searchParams.get('code') ?? '';
      nonces.set(code, nonce);
    } else if (request.path === '/token') {
      await server.token(asked, reply);
      const nonce = nonces.get(request.body.code ?? '') ?? '';
      if (nonce !== '') Object.assign(reply.body as object, { id_token: idTokenWith({ nonce }) });
    } else {
      await server.authenticate(asked, reply);
      reply.body = { items: [{ id: 1, name: 'Item 1' }] };
    }
  };
  const service = await startHttpService(async (request, response) => {
    const reply = new OAuth2.Response();
    try {
      await work(request, reply);
    } catch (error) {
      if (isSilent) return void response.writeHead(400).end();
      const { code = 500, name, message } = error as { code?: number; name: string; message: string };
      return sendJson(response, code, { error: name, error_description: message });
    }
    if (reply.headers.location) return void response.writeHead(302, { location: reply.headers.location }).end();
    sendJson(response, reply.status ?? 200, reply.body);
  });
  return { ...service, forget, beSilent: () => void (isSilent = true) };
}

const idTokenWith = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

/** What the server keeps, in memory. */
function modelOf({ id, secret }: Registered): { model: object; forget(): void } {
  const codes = new Map<string, Stored>();
  const refreshTokens = new Map<string, Stored>();
  const accessTokens = new Map<string, Stored>();
  const grants = ['authorization_code', 'refresh_token', 'client_credentials'];
  const model = {
    getClient: (clientId: string, clientSecret: string | null) =>
      clientId === id && (clientSecret === null || clientSecret === secret) && { id, grants, redirectUris: ['any'] },
    validateRedirectUri: () => true,
    validateScope: (_user: object, _client: object, scope: string[]) => scope ?? [],
    getUserFromClient: () => ({ id: 'service' }),
    saveAuthorizationCode: (code: { authorizationCode: string }, client: object, user: object) => {
      codes.set(code.authorizationCode, { ...code, client, user });
      return { ...code, client, user };
    },
    getAuthorizationCode: (code: string) => codes.get(code),
    revokeAuthorizationCode: ({ authorizationCode }: { authorizationCode: string }) => codes.delete(authorizationCode),
    saveToken: (token: { accessToken: string; refreshToken?: string }, client: object, user: object) => {
      const stored = { ...token, client, user };
      accessTokens.set(token.accessToken, stored);
      if (token.refreshToken) refreshTokens.set(token.refreshToken, stored);
      return stored;
    },
    getAccessToken: (token: string) => {
      const stored = accessTokens.get(token);
      // The app's clock is faked, so the server's own says nothing about the end of a token.
      return stored && { ...stored, accessTokenExpiresAt: new Date(Date.now() + 1000) };
    },
    getRefreshToken: (token: string) => {
      const stored = refreshTokens.get(token);
      return stored && { ...stored, refreshTokenExpiresAt: new Date(Date.now() + 1000) };
    },
    revokeToken: ({ refreshToken }: { refreshToken: string }) => refreshTokens.delete(refreshToken),
  };
  return { model, forget: () => void [codes, refreshTokens, accessTokens].forEach((each) => each.clear()) };
}
