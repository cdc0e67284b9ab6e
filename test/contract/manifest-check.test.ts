import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingHandlers } from '../../local/build/handlers';
import { startHost } from '../../local/host/host';

/** A folder with the sources and files of the surfaces app, and another manifest. */
function appWith(manifest: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  for (const part of ['src', 'ui', 'locales'])
    cpSync(join(__dirname, 'surfaces-app', part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Why a host does not start for the app; empty if it does. */
async function refusalOf(dir: string): Promise<string> {
  try {
    const host = await startHost({ dir, db: ':memory:', port: 0, check: true });
    await host.close();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const app = (runtime: string) => `
app:
  id: ari:cloud:ecosystem::app/7c0a4f0e-1b56-4c7b-8f7b-3d2f5e6a9b11
  runtime: { name: ${runtime} }`;

/** Faults of shape, which the validator finds before it looks at anything else. */
const misshapen = `${app('nodejs18.x')}
  storage:
    entities:
      - { name: Bad Name, attributes: { a: { type: string } }, indexes: [a] }
modules:
  macro:
    - { key: untitled, resource: ui, resolver: { function: calls } }
  confluence:globalSettings:
    - { key: settings, title: Settings, resource: ui, resolver: { function: calls }, unlicensedAccess: [anonymous] }
  scheduledTrigger:
    - { key: often, function: calls, interval: minute }
  webtrigger:
    - { key: hook, function: calls, response: { type: static } }
  consumer:
    - { key: worker, queue: work }
  function:
    - { key: calls, handler: index.calls, timeoutSeconds: 901 }
resources:
  - { key: a-key-of-more-than-23-characters, path: ui }
  - { key: ui, path: ui }
`;

/** Faults of what names what. */
const mistaken = `${app('nodejs24.x')}
  storage:
    entities:
      - name: undeclared
        attributes: { a: { type: string } }
        indexes: [b]
      - name: crowded
        attributes: { a: { type: string }, b: { type: string } }
        indexes:
          - { name: i1, range: [a] }
          - { name: i2, range: [a] }
          - { name: i3, range: [a] }
          - { name: i4, range: [a] }
          - { name: i5, range: [a] }
          - { name: i6, range: [a] }
          - { name: i7, range: [a] }
          - { name: i8, range: [a] }
modules:
  confluence:nowhere:
    - { key: nowhere, title: Nowhere }
  macro:
    - { key: twice, title: One, resource: ui, resolver: { function: calls }, adfExport: { function: no-export } }
    - { key: twice, title: Two, resource: no-resource, resolver: { function: calls } }
    - { key: native-folder, title: Three, resource: ui, render: native, resolver: { function: calls } }
    - { key: source, title: Four, resource: source, resolver: { function: calls } }
    - { key: remote, title: Five, resource: ui, resolver: { endpoint: no-endpoint } }
  trigger:
    - { key: watch, function: no-function, events: ['avi:forge:installed:app'] }
  function:
    - { key: calls, handler: index.calls }
    - { key: lost, handler: nowhere.calls }
resources:
  - { key: ui, path: ui }
  - { key: no-folder, path: no/folder }
  - { key: source, path: src/index.ts }
permissions:
  scopes: ['read:nonsense:confluence']
  external:
    fetch:
      backend:
        - address: http://plain.example.com
        - address: https://localhost
`;

/** What the validator says of each fault, without its place. */
const ofShape = [
  "app storage entities property name 'Bad Name' must match pattern",
  "app runtime property name 'nodejs18.x' allowed values are",
  "macro required properties are 'title, function, key' or 'title, resource, key'",
  "confluence:globalSettings does not support the following Forge properties - 'unlicensedAccess'",
  "scheduledTrigger property interval 'minute' allowed values are",
  "webtrigger property response must have required property 'outputs'",
  'consumer required properties are',
  'function property timeoutSeconds must be <= 900',
  "resources property key 'a-key-of-more-than-23-characters' must NOT have more than 23 characters",
];

const ofNames = [
  "invalid value 'confluence:nowhere' in modules",
  "macro references undefined function module with key 'no-export'",
  "macro references undefined endpoint module with key 'no-endpoint'",
  "trigger references undefined function module with key 'no-function'",
  "found duplicate module key 'twice'",
  "function handler property 'nowhere.calls' cannot find associated file",
  "missing resource key 'no-resource' is being referenced by macro module",
  'Client Side UI Kit resource (ui) cannot be a directory',
  'Custom UI resource must be a directory. (src/index.ts) in macro module is not a directory',
  "missing resource 'no/folder' is being referenced by 'no-folder' in resources",
  "Invalid 'scopes' permission in the manifest.yml file - 'read:nonsense:confluence'",
  "Invalid 'external.fetch.backend' permission in the manifest.yml file - 'http://plain.example.com'",
  "Invalid 'external.fetch.backend' permission in the manifest.yml file - 'https://localhost'",
  "Entity 'undeclared' index 'b' must refer to a valid attribute of the entity.",
  "Entity 'crowded' contains more indexes than the allowed limit of 7.",
];

test('what the platform refuses in a manifest is refused when the host starts, in the sentences of its validator', async () => {
  const [shape, names] = await Promise.all([misshapen, mistaken].map((manifest) => refusalOf(appWith(manifest))));
  expect(ofShape.filter((words) => !shape!.includes(words))).toEqual([]);
  expect(ofNames.filter((words) => !names!.includes(words))).toEqual([]);
}, 60_000);

test('a handler that its source does not export is refused by name, one that it does is not', async () => {
  const folder = appWith(app('nodejs24.x'));
  const functions = new Map(['index.calls', 'index.lost'].map((handler) => [handler, { key: handler, handler }]));
  expect(await missingHandlers(folder, { functions })).toEqual([
    'The function "index.lost" names index.lost, but src/index exports no "lost".',
  ]);
});
