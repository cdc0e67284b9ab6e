import type { Clock } from '../shared/clock';
import type { Manifest } from '../shared/manifest';
import type { PlatformReply, PlatformRequest } from '../runtime/wire';
import type { CallLog } from './call-log';
import { judgeRequest } from './egress/guard';
import { handleGraph } from './graph';
import { handleKvs } from './kvs/kvs';
import type { Limits } from './limits';
import type { Actor } from './product/product';
import { handleRest } from './product/rest';
import { anonymousId } from './product/seed';
import { handleQueue } from './queues/handle-queue';
import type { Site } from './site';

/** Who a running invocation is: the platform's own knowledge, never the function's word. */
export interface Caller {
  invocation: string;
  site: Site;
  /** Undefined when the app was started by a web trigger, a schedule or a queue. */
  accountId: string | undefined;
  /** The invocation at the head of the chain of pushes that led to this one; itself when it began the chain. */
  origin: string;
  /** How many it may send. */
  outboundRequests: number;
}
export interface PlatformOptions {
  manifest: Manifest;
  clock: Clock;
  limits: Limits;
  allowLoopback: boolean;
  calls: CallLog;
  /** The public URL of a web trigger's id. */
  /** Where people see the site. */
  siteUrl: string;
  urlOf(id: string): string;
  /** Starts what is due in the queues. */
  lookAtQueues(): void;
}

type MaybeReply = PlatformReply | undefined | Promise<PlatformReply>;

/** Returns the platform calls of running functions: what stands behind `__forge_fetch__` and the outbound `fetch`. */
export class Platform {
  constructor(private readonly options: PlatformOptions) {}

  /** The reply to the call; 501 `HOST_NOT_MODELLED` with the call's name for what the host does not model. */
  async handle(caller: Caller, request: PlatformRequest): Promise<PlatformReply> {
    const reply = (await this.#route(caller, request)) ?? notModelled(request);
    this.options.calls.add(caller.invocation, request, reply.status);
    return reply;
  }

  #route(caller: Caller, request: PlatformRequest): MaybeReply {
    const { target } = request;
    const { scopes } = this.options.manifest.permissions;
    if (target.type === 'egress') return this.#egress(caller, request);
    if (target.type === 'kvs') return handleKvs(caller.site.kvs, scopes, request);
    if (target.type === 'fpp' && target.remote === 'stargate') return this.#stargate(caller, request);
    if (target.type === 'fpp' && target.remote === 'confluence') return this.#product(caller, request);
    return undefined;
  }

  #egress(caller: Caller, { path: url }: PlatformRequest): MaybeReply {
    const { manifest, allowLoopback, calls } = this.options;
    if (calls.outboundOf(caller.invocation) >= caller.outboundRequests) {
      const message = `An invocation can send up to ${caller.outboundRequests} outbound requests.`;
      return { status: 429, body: JSON.stringify({ name: 'RATE_LIMIT_EXCEEDED', message }) };
    }
    const { fetch, configurable } = manifest.permissions.external;
    const approved = configurable.enabled ? caller.site.egress.domains('FETCH_BACKEND_SIDE') : [];
    return judgeRequest(url, { allowed: [...fetch.backend, ...approved], allowLoopback });
  }

  #stargate(caller: Caller, { path, body }: PlatformRequest): MaybeReply {
    const { manifest, urlOf } = this.options;
    const { site } = caller;
    if (path === '/graphql') return handleGraph({ manifest, triggers: site.triggers, urlOf }, textOf(body));
    if (path === '/app/report-accounts') return site.reports.receive(textOf(body));
    return this.#queue(caller, path, textOf(body));
  }

  #queue({ site, origin }: Caller, path: string, body: string): MaybeReply {
    const { manifest, limits, clock, lookAtQueues } = this.options;
    const reply = handleQueue({ manifest, limits, events: site.events, now: clock.now(), origin }, path, body);
    if (reply) lookAtQueues();
    return reply;
  }

  #product(caller: Caller, { target, method, path, body }: PlatformRequest): MaybeReply {
    // Acting as a user who is not the caller needs `allowImpersonation`, which is not modelled.
    if (target.accountId !== undefined && target.accountId !== caller.accountId) return undefined;
    const actor = actorOf(caller, target.provider);
    if (!actor) return { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } };
    const { manifest, siteUrl } = this.options;
    const { scopes } = manifest.permissions;
    return handleRest(caller.site.product, actor, scopes, { method, path, siteUrl, body: textOf(body) });
  }
}

/** Who a product call acts as; undefined for `asUser` without a signed-in user. */
function actorOf({ site, accountId }: Caller, provider: string | undefined): Actor | undefined {
  if (provider === 'app') return 'app';
  if (provider === 'none') return site.product.user(anonymousId);
  return accountId === undefined || accountId === anonymousId ? undefined : site.product.user(accountId);
}

/** The name under which a call is logged: what the descriptor and the path say, parameters by name, never a value or a body. */
export function nameOfCall({ target, method, path }: PlatformRequest): string {
  const remote = target.remote ? `/${target.remote}` : '';
  const [place, query = ''] = path.split('?');
  const names = [...new URLSearchParams(query).keys()];
  return `${target.type}${remote} ${method} ${place}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}

function notModelled(request: PlatformRequest): PlatformReply {
  const call = nameOfCall(request);
  const message = `The local host does not model the platform call ${call}.`;
  return {
    status: 501,
    headers: { 'content-type': 'application/json', 'forge-proxy-error': 'HOST_NOT_MODELLED' },
    body: JSON.stringify({ code: 'HOST_NOT_MODELLED', name: 'HOST_NOT_MODELLED', message }),
  };
}

function textOf(body: Uint8Array | undefined): string {
  return Buffer.from(body ?? []).toString();
}
