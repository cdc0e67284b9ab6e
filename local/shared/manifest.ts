import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as v from 'valibot';
import type { AppFunction, AppModule, Entity, Permissions, Resource } from './manifest-schema';
import { functionSchema, manifestSchema, moduleSchema } from './manifest-schema';
import type { Translations } from './translations';
import { defaultLocale, readTranslations, translated } from './translations';

export type { AppFunction, AppModule, Entity, Permissions, Resource } from './manifest-schema';

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
  translations: Translations;
  /** The file as it was read, with what the host takes no notice of. */
  raw: Record<string, unknown>;
}

/**
 * The app described by `manifest.yml` in the folder.
 * @throws Error that names the entry when the file is no manifest that the host can run.
 */
export function readManifest(folder: string): Manifest {
  const raw: unknown = parse(readFileSync(join(folder, 'manifest.yml'), 'utf8'));
  const parsed = v.safeParse(manifestSchema, raw);
  if (!parsed.success) throw new Error(`manifest.yml: ${v.summarize(parsed.issues)}`);
  const { app, modules, resources, permissions } = parsed.output;
  const translations = readTranslations(folder, parsed.output.translations);
  const { function: functions = [], ...surfaces } = modules;
  const known = Object.entries(surfaces).flatMap(([type, list]) =>
    list.map((entry): AppModule => ({ ...v.parse(moduleSchema, entry), type })),
  );
  return {
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    name: app.name ?? firstTitle(known, translations) ?? 'App',
    memoryMegabytes: app.runtime.memoryMB,
    modules: known,
    functions: byKey(functions.map((entry) => v.parse(functionSchema, entry))),
    resources: byKey(resources),
    entities: new Map(app.storage.entities.map((entity) => [entity.name, entity])),
    permissions,
    translations,
    raw: raw as Record<string, unknown>,
  };
}

function firstTitle(modules: AppModule[], translations: Translations): string | undefined {
  const title = modules.map((module) => module.title).find((text) => text !== undefined);
  return title && translated(translations, title, defaultLocale(translations));
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
