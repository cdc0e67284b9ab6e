import type { AppBuild, HostBuild } from '../build/build';
import { buildApp, builtApp, builtHost } from '../build/build';
import { missingHandlers } from '../build/handlers';
import type { Clock } from '../shared/clock';
import type { Engine } from './engine';
import { startEngine } from './engine';
import { checkManifest } from './check-manifest';
import type { HostOptions } from './host-options';
import type { InvokeReply } from '../shared/api';
import type { HttpParts, Origins } from '../http/parts';
import type { Listeners } from '../http/server';
import { listen } from '../http/server';
import { Sessions } from '../http/sessions';
import { Views } from '../http/views';
import type { Manifest } from '../shared/manifest';
import { moduleOf, readManifest } from '../shared/manifest';
import type { LoggedCall } from '../platform/call-log';
import { notModelled } from '../platform/not-modelled';
import type { ExportType } from '../platform/export';
import { exportMacro } from '../platform/export';
import type { FunctionResult } from '../platform/functions';
import { invokeResolver } from '../platform/invoke';
import type { OpenRecord } from '../platform/kvs/kvs-store';
import type { ResolverRequest } from '../platform/resolver-request';
import { resolverContext } from '../platform/resolver-request';
import type { ContentChange } from '../platform/page-events/content-event';
import { runAlone, runUninstall } from '../platform/run-alone';
import { followSchedules } from '../platform/schedules';
import type { Site } from '../platform/site';

export type { HostOptions, LogEntry } from './host-options';

export interface Host {
  url: string;
  resourceUrl: string;
  clock: Clock;
  /** The installation that the browser sees, or a further one by name, made when first requested. */
  site(name?: string): Site;
  /** What a resolver of the module replies: the same way as from the browser, with the user given. */
  invoke(request: ResolverRequest): Promise<InvokeReply & { invocation: string }>;
  /** What the `adfExport` function of the macro replies for a macro on that page; undefined where it has none. */
  exportMacro(request: ExportHostRequest): Promise<FunctionResult | undefined>;
  /** What the function of a scheduled trigger replies; no user is with it. */
  runScheduled(moduleKey: string, siteName?: string): Promise<FunctionResult>;
  /** Runs what the app does before it leaves an installation: its `preUninstall` functions; their replies. */
  uninstall(siteName?: string): Promise<FunctionResult[]>;
  /** Resolves when no queued event is due or running; those with a later time wait until the clock is there. */
  drainQueues(): Promise<void>;
  /** Resolves when every trigger that was sent an event has ended. */
  settleTriggers(): Promise<void>;
  /** The public URL of a web trigger, as `webTrigger.getUrl` returns it. */
  webTriggerUrl(moduleKey: string, siteName?: string): string;
  /** Platform calls and outbound requests so far, of one invocation or of all; names only, no contents. */
  calls(invocation?: string): LoggedCall[];
  /** Everything that lies open in the installation's storage. */
  records(siteName?: string): OpenRecord[];
  /** The keys of the installation's secrets; their values are not to be had here. */
  secretKeys(siteName?: string): string[];
  close(): Promise<void>;
}

/** A macro on a page, and what the page is exported to. */
export interface ExportHostRequest {
  moduleKey: string;
  contentId: string;
  config?: Record<string, unknown>;
  exportType: ExportType;
  site?: string;
}

/**
 * A running host for the app in the folder, with its two ports open.
 * @throws Error when the manifest cannot be read or is refused, the sources do not compile, or a port is taken.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { manifest, build, warnings } = await prepared(options);
  const [app, host] = build;
  const listeners = await listen(options.port);
  const { origins } = listeners;
  try {
    const engine = startEngine(options, {
      manifest,
      app,
      worker: host.worker,
      webTriggerOrigin: origins.webTrigger,
      siteUrl: origins.host,
    });
    const unknown = notModelled(manifest);
    for (const text of [...warnings, ...unknown]) engine.log('warn', text);
    listeners.serve(httpParts(options, engine, { app, page: host.page, origins, notModelled: () => unknown }));
    const handle = handleOf(engine, listeners);
    return options.schedules ? withSchedules(handle, engine) : handle;
  } catch (error) {
    await listeners.close();
    throw error;
  }
}

interface Prepared {
  manifest: Manifest;
  build: [AppBuild, HostBuild];
  warnings: string[];
}

/** The app, read and built. What the validator refuses it for goes before what the host itself cannot do with it. */
async function prepared(options: HostOptions): Promise<Prepared> {
  const { dir, check = false } = options;
  const [warnings, ready] = await Promise.allSettled([check ? checkManifest(dir) : [], builds(options)]);
  if (warnings.status === 'rejected') throw warnings.reason as Error;
  if (ready.status === 'rejected') throw ready.reason as Error;
  const missing = check ? await missingHandlers(dir, ready.value.manifest) : [];
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return { ...ready.value, warnings: warnings.value };
}

async function builds({ dir, built = false }: HostOptions): Promise<Omit<Prepared, 'warnings'>> {
  const manifest = readManifest(dir);
  const build = await Promise.all([built ? builtApp(dir, manifest) : buildApp(dir, manifest), builtHost()]);
  return { manifest, build };
}

function httpParts(
  { dir, notes = [], undocumentedLocation = false }: HostOptions,
  engine: Engine,
  parts: { app: AppBuild; page: string; origins: Origins; notModelled(): string[] },
): HttpParts {
  const { manifest, functions, rates, limits, allowLoopback, log } = engine;
  const site = engine.sites.get();
  const sessions = new Sessions(site, `local-host-${new URL(parts.origins.host).port}`);
  const contentChanged = (change: ContentChange) => engine.triggers.contentChanged(site, change);
  const running = {
    contentChanged,
    manifest,
    functions,
    rates,
    limits,
    allowLoopback,
    log,
    site,
    sites: () => engine.sites.all(),
  };
  return { ...running, ...parts, folder: dir, views: new Views(), sessions, notes, undocumentedLocation };
}

/** The host, running its scheduled triggers by the clock; what goes wrong in one is logged. */
function withSchedules(host: Host, { manifest, clock, log }: Engine): Host {
  const run = async (moduleKey: string): Promise<void> => {
    const result = await host.runScheduled(moduleKey);
    if (!result.ok) log('error', `The scheduled trigger "${moduleKey}" failed: ${result.message}`, result.invocation);
  };
  const stop = followSchedules(manifest, clock, (moduleKey) => void run(moduleKey));
  const close = async () => {
    stop();
    await host.close();
  };
  return { ...host, close };
}

function handleOf(engine: Engine, listeners: Listeners): Host {
  const { manifest, sites, functions, calls } = engine;
  const { origins } = listeners;
  return {
    url: origins.host,
    resourceUrl: origins.resource,
    clock: engine.clock,
    site: (name) => sites.get(name),
    invoke: ({ site: name, ...request }) => {
      const site = sites.get(name);
      const context = resolverContext(site, manifest, origins.host, request);
      const { accountId, functionKey, payload, moduleKey } = request;
      return invokeResolver(engine, site, {
        module: moduleOf(manifest, moduleKey),
        context,
        accountId,
        functionKey,
        payload,
      });
    },
    exportMacro: ({ site: name, moduleKey, contentId, config, exportType }) =>
      exportMacro(functions, sites.get(name), { module: moduleOf(manifest, moduleKey), contentId, config }, exportType),
    runScheduled: (moduleKey, name) => runAlone(engine, sites.get(name), moduleKey),
    uninstall: (name) => runUninstall(engine, sites.get(name)),
    drainQueues: () => engine.queues.drain(),
    settleTriggers: () => engine.triggers.settled(),
    webTriggerUrl: (moduleKey, name) => engine.urlOf(sites.get(name).triggers.idFor(moduleKey, false)),
    calls: (invocation) => calls.list(invocation),
    records: (name) => sites.get(name).kvs.store.openRecords(),
    secretKeys: (name) => sites.get(name).kvs.store.secretKeys(),
    close: once(async () => {
      await listeners.close();
      await engine.close();
    }),
  };
}

/** The work, done at the first call only; later calls wait for it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
