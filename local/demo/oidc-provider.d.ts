/** The part of `oidc-provider` that the demo uses; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Payload = Record<string, unknown> & { exp?: number; grantId?: string; uid?: string; consumed?: number };

  export interface StoredModel {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Context {
    method: string;
    path: string;
    url: string;
    status: number;
    type: string;
    body: unknown;
    query: Record<string, string | string[] | undefined>;
    req: IncomingMessage;
    res: ServerResponse;
    set(name: string, value: string): void;
    cookies: { set(name: string, value: null, options: { path: string }): void };
    oidc?: { params?: Record<string, string | undefined>; client?: { clientId: string } };
  }

  export interface ProviderError extends Error {
    error: string;
    error_description?: string;
    error_detail?: string;
  }

  export interface IssuedToken {
    accountId?: string;
    clientId: string;
    scope?: string;
  }

  export interface Interaction {
    uid: string;
    prompt: { name: string; details: { missingOIDCScope?: string[] } };
    params: Record<string, string | undefined>;
    session?: { accountId?: string };
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly AccessToken: { find(value: string): Promise<IssuedToken | undefined> };
    readonly ClientCredentials: { find(value: string): Promise<IssuedToken | undefined> };
    readonly Client: { prototype: { clientId: string; redirectUriAllowed(uri: string): boolean } };
    readonly Grant: {
      new (facts: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    on(event: 'grant.error', listener: (context: Context, error: ProviderError) => void): this;
    on(event: 'grant.revoked', listener: (context: Context, grantId: string) => void): this;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }

  export const errors: { InvalidGrant: new (detail: string) => ProviderError };
}
