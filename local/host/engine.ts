import type { AppBuild, HostBuild } from '../build/build';
import type { Clock } from '../shared/clock';
import { createClock } from '../shared/clock';
import type { HostOptions } from './host-options';
import type { Manifest } from '../shared/manifest';
import { CallLog } from '../platform/call-log';
import { sendWith, faultOf } from '../platform/faults';
import { Functions } from '../platform/functions';
import type { Limits } from '../platform/limits';
import { platformLimits } from '../platform/limits';
import { Triggers } from '../platform/page-events/triggers';
import { Platform, nameOfCall } from '../platform/platform';
import { defaultSeed } from '../platform/product/seed';
import { Dispatcher } from '../platform/queues/dispatcher';
import { InvocationRates } from '../platform/rates';
import { Sites } from '../platform/sites';
import { WorkerPool } from '../runtime/pool';
import type { PlatformReply, PlatformRequest } from '../runtime/wire';

/** What runs the app: its functions in their threads, and the platform that serves them. */
export interface Engine {
  manifest: Manifest;
  clock: Clock;
  limits: Limits;
  calls: CallLog;
  sites: Sites;
  functions: Functions;
  queues: Dispatcher;
  triggers: Triggers;
  rates: InvocationRates;
  allowLoopback: boolean;
  /** The public URL of a web trigger's id. */
  urlOf(id: string): string;
  log(level: string, text: string, invocation?: string): void;
  close(): Promise<void>;
}

export interface EngineParts {
  manifest: Manifest;
  app: AppBuild;
  worker: HostBuild['worker'];
  webTriggerOrigin: string;
  /** Where people see the site. */
  siteUrl: string;
}

/** Milliseconds. The platform says that queries may be "slightly out of date", and not by how much. */
const usualQueryLag = 2000;

/** A running engine: worker threads started, the main installation's database open. */
export function startEngine(
  options: HostOptions,
  { manifest, app, worker, webTriggerOrigin, siteUrl }: EngineParts,
): Engine {
  const {
    clock = createClock(),
    allowLoopback = false,
    queryLag = usualQueryLag,
    product: seed = defaultSeed,
  } = options;
  const limits = { ...platformLimits, ...options.limits };
  const log: Engine['log'] = (level, text, invocation = '') => options.log?.({ level, invocation, text });
  const urlOf = (id: string) => `${webTriggerOrigin}/public/${id}`;
  const calls = new CallLog();
  const sites = new Sites(options.db, { manifest, clock, limits, allowLoopback, queryLag, seed });
  const lookAtQueues = () => queues.look();
  const platform = new Platform({ manifest, clock, limits, allowLoopback, calls, siteUrl, urlOf, lookAtQueues });
  sites.get();
  const failed = (error: unknown, invocation: string): PlatformReply => {
    log('error', `The local host failed: ${error instanceof Error ? error.stack : String(error)}`, invocation);
    const message = 'The local host failed to respond to this call.';
    return { status: 500, body: JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', message }) };
  };
  const onCall = async (invocation: string, request: PlatformRequest): Promise<PlatformReply> => {
    const caller = functions.caller(invocation);
    if (!caller) return { status: 403 };
    const fault = faultOf(options.faults, invocation, request);
    const handle = () => platform.handle(caller, request).catch((error: unknown) => failed(error, invocation));
    const reply = await sendWith(fault, { request, handle, kill: () => pool.kill(invocation) });
    if (reply.status === 501) log('error', `Not modelled by the local host: ${nameOfCall(request)}`, invocation);
    return reply;
  };
  const { workers = 2 } = options;
  const pool = new WorkerPool(
    {
      size: workers,
      entry: worker,
      data: { clock: clock.buffer },
      variables: options.variables ?? {},
      memoryMegabytes: manifest.memoryMegabytes,
    },
    {
      onCall,
      onConsole: (invocation, level, text) => log(level, text, invocation),
      onLateCall: (invocation, what) => log('error', `Platform call after the reply: ${what}`, invocation),
    },
  );
  const functions = new Functions({
    manifest,
    build: app,
    limits,
    pool,
    ended: (invocation) => calls.ended(invocation),
  });
  const rates = new InvocationRates(clock, limits);
  // One thread stays free of consumers, which may run for 15 minutes, so that a page is served meanwhile.
  const atATime = Math.max(1, workers - 1);
  const queues = new Dispatcher({ manifest, clock, limits, sites, functions, atATime, log });
  const triggers = new Triggers({ manifest, clock, functions, log });
  if (sites.get().isNew) triggers.installed(sites.get());
  const close = async () => {
    queues.close();
    await pool.close();
    await triggers.settled();
    sites.close();
  };
  return {
    manifest,
    clock,
    limits,
    calls,
    sites,
    functions,
    queues,
    triggers,
    rates,
    allowLoopback,
    urlOf,
    log,
    close,
  };
}
