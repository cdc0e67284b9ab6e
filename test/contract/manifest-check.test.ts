import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('what the platform refuses in a manifest is refused when the host starts, in the sentences of its validator', async () => {
  const [shape] = await Promise.all([misshapen].map((manifest) => refusalOf(appWith(manifest))));
  expect(ofShape.filter((words) => !shape!.includes(words))).toEqual([]);
}, 60_000);
