import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Clock } from './shared/clock';
import { createClock } from './shared/clock';
import type { Demo } from './demo/demo';
import { startDemo } from './demo/demo';
import type { Host } from './host/host';
import { startHost } from './host/host';

interface Wishes {
  port: number;
  /** Absolute path of the database file, or `undefined` to keep nothing. */
  file: string | undefined;
  demo: boolean;
  /** The app's folder; the project's own app unless said. */
  app: string | undefined;
  /** Functions may reach servers on this machine. */
  loopback: boolean;
  /** Every module learns the address of the page that it stands on. */
  location: boolean;
  /** Forge environment variables for the functions. */
  variables: Record<string, string>;
}

const defaultPort = 4000;
const options = {
  db: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  'allow-loopback': { type: 'boolean', default: false },
  location: { type: 'boolean', default: false },
  app: { type: 'string' },
  variable: { type: 'string', multiple: true, default: [] as string[] },
} as const;

function readWishes(): Wishes {
  const { values } = parseArgs({ options });
  const port = Number(process.env.PORT ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_533) throw new Error('PORT must be a number from 1 to 65533.');
  const variables = Object.fromEntries(values.variable.map(nameAndValue));
  const app = values.app === undefined ? undefined : resolve(values.app);
  const demo = !values['no-demo'] && app === undefined;
  const { location } = values;
  const file = values.db === undefined ? undefined : resolve(values.db);
  return { port, file, app, demo, loopback: demo || values['allow-loopback'], location, variables };
}

function nameAndValue(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--variable takes NAME=VALUE, not ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The demo listens two ports above the host. Its state lies beside the host's database, so that a restart keeps grants. */
function demoFor({ port, file }: Wishes, clock: Clock): Promise<Demo> {
  const stateFile = file === undefined ? undefined : `${file}.demo.json`;
  return startDemo({ port: port + 2, redirectUris: 'any', clock, stateFile });
}

function hostFor(wishes: Wishes, clock: Clock, demo: Demo | undefined): Promise<Host> {
  const { port, file, app, loopback, location } = wishes;
  const variables = { ...demo?.variables, ...wishes.variables };
  return startHost({
    dir: app ?? process.cwd(),
    db: file ?? ':memory:',
    port,
    clock,
    notes: demo?.notes,
    allowLoopback: loopback,
    undocumentedLocation: location,
    variables,
    built: app === undefined,
    check: true,
    schedules: true,
    log: ({ level, text }) => process.stderr.write(`${level}: ${text}\n`),
  });
}

const ownApp = (demo: boolean): string[] => [
  '  You are signed in as an admin. Open the app under Apps, choose "Add data source" and authenticate;',
  ...(demo
    ? ['  "Demo directory" asks only for a Client ID and a Client Secret, which are shown beside the form.']
    : []),
  '  Then add a panel, edit a page, insert the macro. Switch the user at the top right to see it as a reader.',
];
const otherApp = ['  You are signed in as an admin. What the host does not model of the app is on its first page.'];

function greeting(url: string, { file, app, demo }: Wishes): string {
  const lines = [
    '',
    `  Ready: ${url}`,
    '',
    ...(app === undefined ? ownApp(demo) : otherApp),
    '',
    file
      ? `  Data is kept in ${file}`
      : '  Nothing is kept when it stops; start with `npm start -- --db FILE` to keep data.',
    '  Ctrl-C stops it.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

async function main(): Promise<void> {
  const wishes = readWishes();
  const clock = createClock();
  const demo = wishes.demo ? await demoFor(wishes, clock) : undefined;
  const host = await hostFor(wishes, clock, demo);
  process.stdout.write(greeting(host.url, wishes));
  const stop = () => void Promise.all([host.close(), demo?.close()]).then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`Cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
