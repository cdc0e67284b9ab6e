import type { KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { type HttpService, sendJson, startHttpService } from './http-service';
import { packageFile } from './packages';

type Next = (error?: unknown) => void;
type Middleware = (request: object, response: object, next: Next) => void;
type ErrorHandler = (error: unknown, request: object, response: object, next: Next) => void;

/** What is used of oauth2orize. */
interface Oauth2orize {
  createServer(): {
    exchange(type: string, exchange: unknown): void;
    token(): Middleware;
    errorHandler(): ErrorHandler;
  };
}

type Issue = (client: object, assertion: string, done: (error: unknown, token?: string, more?: object) => void) => void;
type JwtBearer = (issue: Issue) => unknown;

export interface Registered {
  clientId: string;
  publicKey: KeyObject;
  /** For whom the client may speak. */
  subject: string;
  audience: string;
  now: () => number;
}

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** oauth2orize with the exchange of oauth2orize-jwt-bearer at `/token`, and the API `/items`. It knows clients by their key. */
export async function startJwtBearerService(registered: Registered): Promise<HttpService> {
  const load = async <T>(path: string): Promise<T> => ((await import(packageFile(path))) as { default: T }).default;
  const { createServer } = await load<Oauth2orize>('oauth2orize/lib/index.js');
  const jwtBearer = await load<JwtBearer>('oauth2orize-jwt-bearer/lib/oauth2orize-jwt-bearer/exchange.js');
  const issued = new Set<string>();
  const server = createServer();
  const issue: Issue = (_client, assertion, done) => {
    verify(assertion, registered).then(
      () => {
        const token = `token-${issued.size + 1}`;
        issued.add(token);
        done(null, token, { expires_in: '3600' });
      },
      () => done(null),
    );
  };
  server.exchange(grantType, jwtBearer(issue));
  const token = server.token();
  const onError = server.errorHandler();
  return startHttpService(async (request, response) => {
    await Promise.resolve();
    if (request.path === '/token') {
      const asked = { ...request, user: {} };
      return token(asked, response, (error) => onError(error, asked, response, () => undefined));
    }
    const isKnown = issued.has((request.headers.authorization ?? '').replace('Bearer ', ''));
    sendJson(response, isKnown ? 200 : 401, isKnown ? { items: [{ id: 1, name: 'Item 1' }] } : {});
  });
}

async function verify(assertion: string, { clientId, publicKey, subject, audience, now }: Registered): Promise<void> {
  await jwtVerify(assertion, publicKey, { issuer: clientId, subject, audience, currentDate: new Date(now()) });
}
