import type { AppModule, Manifest } from '../shared/manifest';
import { eventNames } from './page-events/event-names';
import { restScopes } from './product/rest';

type Fields = Record<string, unknown>;

/** What has no effect beyond the words and pictures shown, or none on one machine. */
const everywhere = [
  'key',
  'title',
  'description',
  'icon',
  'category',
  'categories',
  'title__i18n',
  'description__i18n',
];
const drawn = [...everywhere, 'resource', 'render', 'resolver', 'unlicensedAccess'];
const page = [...drawn, 'route'];

/** The keys of each type of module that change what the host does, and those that need not. */
const modelledKeys: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    macro: [...drawn, 'config', 'adfExport', 'layout', 'hidden', 'emitsReadyEvent'],
    'confluence:globalSettings': [...drawn, 'useAsConfig', 'useAsGetStarted'],
    'confluence:globalPage': page,
    'confluence:spacePage': page,
    'confluence:spaceSettings': page,
    'confluence:homepageFeed': drawn,
    'confluence:contentAction': [...drawn, 'viewportSize'],
    'confluence:contentBylineItem': [...drawn, 'tooltip', 'viewportSize', 'viewportContainer', 'dynamicProperties'],
    trigger: ['key', 'function', 'events'],
    webtrigger: ['key', 'function', 'urlFormat', 'response'],
    scheduledTrigger: ['key', 'function', 'interval'],
    preUninstall: ['key', 'function'],
    consumer: ['key', 'queue', 'function'],
    function: ['key', 'handler', 'timeoutSeconds'],
  }),
);
const modelledTop = ['app', 'modules', 'permissions', 'resources', 'translations', 'environment'];
const modelledApp = ['id', 'name', 'description', 'runtime', 'storage'];
const modelledPermissions = ['scopes', 'content', 'external'];
const modelledExternal = ['fetch', 'fonts', 'frames', 'images', 'media', 'scripts', 'styles', 'configurable'];
const modelledResource = ['key', 'path', 'tunnel'];
const otherScopes = [
  'storage:app',
  'report:personal-data',
  'read:confluence-content.summary',
  'write:confluence-content',
];

/** A sentence for each module, key and permission of the manifest that the host takes no notice of; empty if it models all. */
export function notModelled(manifest: Manifest): string[] {
  const { raw } = manifest;
  const modules = Object.entries(fieldsOf(raw['modules']));
  const permissions = fieldsOf(raw['permissions']);
  return [
    ...modules.flatMap(([type, list]) => listOf(list).flatMap((entry) => ofModule(type, fieldsOf(entry)))),
    ...manifest.modules.flatMap(ofTrigger),
    ...unknown(raw, modelledTop, ''),
    ...unknown(raw['app'], modelledApp, 'app.'),
    ...unknown(permissions, modelledPermissions, 'permissions.'),
    ...unknown(permissions['external'], modelledExternal, 'permissions.external.'),
    ...listOf(raw['resources']).flatMap((one) => unknown(one, modelledResource, `The resource "${nameOf(one)}": `)),
    ...manifest.permissions.scopes.filter((scope) => !isKnownScope(scope)).map(ofScope),
  ];
}

function ofModule(type: string, module: Fields): string[] {
  const known = modelledKeys.get(type);
  const name = `The module "${nameOf(module)}" (${type})`;
  if (!known) return [`${name} is not modelled: it is shown nowhere and never runs.`];
  const elsewhere = module['resource'] === undefined && drawn.every((key) => known.includes(key));
  if (elsewhere) return [`${name} has no resource: UI Kit 1 is not modelled, and the platform has ended it.`];
  return [...unknown(module, known, `${name}: `), ...ofEndpoint(name, module), ...ofGuests(name, module)];
}

function ofEndpoint(name: string, { resolver }: Fields): string[] {
  return 'endpoint' in fieldsOf(resolver) ? [`${name}: a resolver endpoint (Forge Remote) is not modelled.`] : [];
}

/** The host has no guests, only people with an account and visitors without. */
function ofGuests(name: string, { unlicensedAccess }: Fields): string[] {
  return listOf(unlicensedAccess).includes('unlicensed') ? [`${name}: guests ("unlicensed") are not modelled.`] : [];
}

function ofTrigger({ type, key, events }: AppModule): string[] {
  if (type !== 'trigger') return [];
  const unsent = events.filter((event) => !eventNames.has(event));
  return unsent.map((event) => `The module "${key}" (trigger): the event ${event} is not modelled and never sent.`);
}

function isKnownScope(scope: string): boolean {
  return otherScopes.includes(scope) || restScopes.has(scope);
}

function ofScope(scope: string): string {
  return `The scope ${scope}: no call that needs it is modelled.`;
}

function unknown(value: unknown, known: readonly string[], before: string): string[] {
  const extra = Object.keys(fieldsOf(value)).filter((key) => !known.includes(key));
  return extra.map((key) => `${before}"${key}" is not modelled.`);
}

function nameOf(value: unknown): string {
  const { key } = fieldsOf(value);
  return typeof key === 'string' ? key : 'without key';
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
