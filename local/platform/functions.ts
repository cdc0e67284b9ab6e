import { randomUUID } from 'node:crypto';
import type { AppBuild } from '../build/build';
import { handlerOf } from '../build/handlers';
import type { AppModule, Manifest } from '../shared/manifest';
import { functionKeyOf } from '../shared/manifest';
import type { Outcome, WorkerPool } from '../runtime/pool';
import type { InvokeMessage } from '../runtime/wire';
import type { Limits } from './limits';
import type { Caller } from './platform';
import type { Site } from './site';

/** Which function to run, for whom. */
export interface FunctionCall {
  site: Site;
  module: AppModule;
  /** Where the module names more than one function. */
  functionKey?: string;
  accountId: string | undefined;
  /** The handler's first argument. */
  event: unknown;
  /** The invocation at the head of the chain of pushes that led here; the call itself when left out. */
  origin?: string;
}
/** A reply, parsed; `invocation` names the run in the logs. */
export type FunctionResult =
  { ok: true; value: unknown; invocation: string } | { ok: false; name: string; message: string; invocation: string };

export interface FunctionsOptions {
  manifest: Manifest;
  build: AppBuild;
  limits: Limits;
  pool: WorkerPool;
  /** Told when an invocation has ended. */
  ended(invocation: string): void;
}

const backgroundModules = new Set(['scheduledTrigger', 'consumer', 'preUninstall', 'trigger']);

/** Runs the app's functions, each as one invocation with the limits of the module that starts it. */
export class Functions {
  readonly #running = new Map<string, Caller>();

  constructor(private readonly options: FunctionsOptions) {}

  /** Who the running invocation is; undefined once it has ended. */
  caller(invocation: string): Caller | undefined {
    return this.#running.get(invocation);
  }

  /** What the function replied, or the name and message of its error; never its stack. */
  async run(call: FunctionCall): Promise<FunctionResult> {
    const invocation = randomUUID();
    const argumentsJson = JSON.stringify([call.event, this.#backendFacts(call)]);
    const { requestBytes, replyBytes } = this.options.limits;
    if (Buffer.byteLength(argumentsJson) > requestBytes) return tooLarge(invocation, 'request', requestBytes);
    this.#running.set(invocation, this.#caller(invocation, call));
    const outcome = await this.options.pool.run(this.#message(invocation, call, argumentsJson));
    this.#running.delete(invocation);
    this.options.ended(invocation);
    if (outcome.ok && Buffer.byteLength(outcome.json ?? '') > replyBytes)
      return tooLarge(invocation, 'reply', replyBytes);
    return parsed(outcome, invocation);
  }

  #caller(invocation: string, call: FunctionCall): Caller {
    const { site, accountId, origin = invocation } = call;
    const minutes = Math.ceil((this.#functionOf(call).timeoutSeconds ?? 1) / 60);
    return { invocation, site, accountId, origin, outboundRequests: minutes * this.options.limits.outboundRequests };
  }

  #message(invocation: string, call: FunctionCall, argumentsJson: string): InvokeMessage {
    const { source, exportName } = handlerOf(this.#functionOf(call).handler);
    return {
      kind: 'invoke',
      invocation,
      handler: { file: this.options.build.handlers.get(source)!, exportName },
      argumentsJson,
      runtime: {
        appContext: this.#appContext(invocation, call),
        contextAri: `ari:cloud:confluence::site/${call.site.cloudId}`,
        aaid: call.accountId,
        container: { appCodeDir: this.options.build.functions },
      },
      limitMilliseconds: this.#limitSeconds(call) * 1_000,
    };
  }

  #functionOf({ module, functionKey: key = functionKeyOf(module) }: Pick<FunctionCall, 'module' | 'functionKey'>) {
    const found = key && this.options.manifest.functions.get(key);
    if (!found) throw new Error(`The module "${module.key}" names no function of the manifest.`);
    return found;
  }

  #limitSeconds(call: FunctionCall): number {
    const { module } = call;
    const { resolverSeconds, webTriggerSeconds, backgroundSeconds } = this.options.limits;
    if (module.type === 'webtrigger') return webTriggerSeconds;
    if (!backgroundModules.has(module.type)) return resolverSeconds;
    return this.#functionOf(call).timeoutSeconds ?? backgroundSeconds;
  }

  #appContext(invocation: string, { site, module, functionKey }: FunctionCall): Record<string, unknown> {
    const { appId, permissions } = this.options.manifest;
    const { scopes, external } = permissions;
    return {
      appId,
      appVersion: '0.0.0',
      environmentId: site.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation,
      installationId: site.installationId,
      functionKey: functionKey ?? functionKeyOf(module),
      moduleKey: module.key,
      moduleType: module.type,
      installation: installationOf(site),
      permissions: { scopes, external },
    };
  }

  #backendFacts({ site, accountId }: FunctionCall): Record<string, unknown> {
    return {
      ...(accountId !== undefined && { principal: { accountId } }),
      installContext: `ari:cloud:confluence::site/${site.cloudId}`,
      installation: installationOf(site),
    };
  }
}

function installationOf({ installationId, cloudId }: Site): Record<string, unknown> {
  return { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [{ cloudId }] };
}

function parsed(outcome: Outcome, invocation: string): FunctionResult {
  if (!outcome.ok) return { ...outcome, invocation };
  return { ok: true, value: outcome.json === undefined ? undefined : JSON.parse(outcome.json), invocation };
}

function tooLarge(invocation: string, what: string, limit: number): FunctionResult {
  const message = `The function's ${what} is larger than ${limit} bytes.`;
  return { ok: false, name: 'PAYLOAD_TOO_LARGE', message, invocation };
}
