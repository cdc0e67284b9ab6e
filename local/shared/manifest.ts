import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as v from 'valibot';

const text = v.union([
  v.string(),
  v.pipe(
    v.looseObject({ i18n: v.string() }),
    v.transform(({ i18n }) => i18n),
  ),
]);
const optionalText = v.optional(text);
const optionalString = v.optional(v.string());
const strings = v.optional(v.array(v.string()), []);
const render = v.optional(v.picklist(['native', 'custom']));

const configSchema = v.looseObject({
  resource: optionalString,
  render,
  viewportSize: optionalString,
  openOnInsert: v.optional(v.boolean()),
  title: optionalText,
});
const output = v.looseObject({
  key: v.string(),
  statusCode: v.number(),
  contentType: v.string(),
  body: v.optional(v.string(), ''),
});
const responseSchema = v.looseObject({
  type: v.optional(v.picklist(['static', 'dynamic']), 'dynamic'),
  outputs: v.optional(v.array(output), []),
});
const moduleSchema = v.looseObject({
  key: v.string(),
  title: optionalText,
  description: optionalText,
  icon: optionalString,
  resource: optionalString,
  render,
  resolver: v.optional(v.looseObject({ function: optionalString })),
  function: optionalString,
  config: v.optional(v.union([v.boolean(), configSchema])),
  adfExport: v.optional(v.looseObject({ function: v.string() })),
  layout: v.optional(v.picklist(['block', 'inline', 'bodied', 'inline-bodied']), 'block'),
  unlicensedAccess: strings,
  interval: optionalString,
  queue: optionalString,
  response: v.optional(responseSchema, {}),
});
const functionSchema = v.looseObject({
  key: v.string(),
  handler: v.pipe(v.string(), v.regex(/^[\w./-]+\.\w+$/)),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(900))),
});
const attribute = v.looseObject({ type: v.picklist(['string', 'integer', 'float', 'boolean', 'any']) });
const entityIndex = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => ({ name, partition: [] as string[], range: [name] })),
  ),
  v.looseObject({ name: v.string(), partition: strings, range: strings }),
]);
const entitySchema = v.looseObject({
  name: v.string(),
  attributes: v.record(v.string(), attribute),
  indexes: v.optional(v.array(entityIndex), []),
});
const address = v.union([
  v.string(),
  v.pipe(
    v.looseObject({ address: v.string() }),
    v.transform((entry) => entry.address),
  ),
]);
const hosts = v.optional(v.array(address), []);
const externalSchema = v.looseObject({
  fetch: v.optional(v.looseObject({ backend: hosts, client: hosts }), {}),
  images: hosts,
  media: hosts,
  scripts: hosts,
  styles: hosts,
  fonts: hosts,
  frames: hosts,
  configurable: v.optional(v.looseObject({ enabled: v.boolean() }), { enabled: false }),
});
const scopeNames = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((scopes) => Object.keys(scopes)),
);
const permissionsSchema = v.looseObject({
  scopes: v.optional(v.union([v.array(v.string()), scopeNames]), []),
  content: v.optional(v.looseObject({ styles: strings, scripts: strings }), {}),
  external: v.optional(externalSchema, {}),
});
const manifestSchema = v.looseObject({
  app: v.looseObject({
    id: v.pipe(v.string(), v.regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/)),
    name: optionalString,
    runtime: v.looseObject({ name: v.string(), memoryMB: v.optional(v.number(), 512) }),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(entitySchema), []) }), {}),
  }),
  modules: v.optional(v.record(v.string(), v.array(v.looseObject({ key: v.string() }))), {}),
  resources: v.optional(v.array(v.looseObject({ key: v.string(), path: v.string() })), []),
  permissions: v.optional(permissionsSchema, {}),
});

export type Entity = v.InferOutput<typeof entitySchema>;
export type Permissions = v.InferOutput<typeof permissionsSchema>;
export type AppFunction = v.InferOutput<typeof functionSchema>;
/** A module of the app: a macro, a web trigger, a scheduled trigger. */
export type AppModule = v.InferOutput<typeof moduleSchema> & { type: string };
export interface Resource {
  key: string;
  /** A folder of built files (Custom UI) or a source file (UI Kit), relative to the app's folder. */
  path: string;
}

/** What the host knows of an app: all of it comes from its `manifest.yml`. */
export interface Manifest {
  appId: string;
  name: string;
  memoryMegabytes: number;
  modules: AppModule[];
  functions: Map<string, AppFunction>;
  resources: Map<string, Resource>;
  entities: Map<string, Entity>;
  permissions: Permissions;
}

/**
 * The app described by `manifest.yml` in the folder.
 * @throws Error that names the entry when the file is no manifest that the host can run.
 */
export function readManifest(folder: string): Manifest {
  const parsed = v.safeParse(manifestSchema, parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')));
  if (!parsed.success) throw new Error(`manifest.yml: ${v.summarize(parsed.issues)}`);
  const { app, modules, resources, permissions } = parsed.output;
  const { function: functions = [], ...surfaces } = modules;
  const known = Object.entries(surfaces).flatMap(([type, list]) =>
    list.map((entry): AppModule => ({ ...v.parse(moduleSchema, entry), type })),
  );
  return {
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    name: app.name ?? known.find(({ title }) => title !== undefined)?.title ?? 'App',
    memoryMegabytes: app.runtime.memoryMB,
    modules: known,
    functions: byKey(functions.map((entry) => v.parse(functionSchema, entry))),
    resources: byKey(resources),
    entities: new Map(app.storage.entities.map((entity) => [entity.name, entity])),
    permissions,
  };
}

function byKey<T extends { key: string }>(entries: T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/**
 * The module with the key.
 * @throws Error that names the key when the manifest has none.
 */
export function moduleOf(manifest: Manifest, key: string): AppModule {
  const found = manifest.modules.find((module) => module.key === key);
  if (!found) throw new Error(`The manifest has no module "${key}".`);
  return found;
}

/** The key of the function behind a module, whether it stands under `function` or `resolver`; undefined if none does. */
export function functionKeyOf(module: AppModule): string | undefined {
  return module.function ?? module.resolver?.function;
}

/** The consumer of the queue, as `@forge/events` from 2.0 on has it: with a `function` of its own; undefined if none. */
export function consumerOf({ modules, functions }: Manifest, queue: string): AppModule | undefined {
  const consumers = modules.filter((module) => module.type === 'consumer' && module.queue === queue);
  return consumers.find((consumer) => functions.has(consumer.function ?? ''));
}
