import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createClock, type Clock } from '../../local/shared/clock';
import { startDemo, type Demo } from '../../local/demo/demo';
import { startHost, type Host, type HostOptions, type LogEntry } from '../../local/host/host';
import { launchBrowser, patience } from '../journeys/browser';

export type Person = 'Ada Admin' | 'Eddie Editor' | 'Rita Reader' | 'Ravi Reader';

export interface SiteOptions {
  accessTokenSeconds?: number;
  users?: number;
  /** What else the host is started with. */
  host?: Pick<HostOptions, 'workers' | 'limits' | 'product' | 'undocumentedLocation' | 'queryLag'>;
  /** Database file; the demo keeps its state beside it. Without it nothing outlives the site. */
  db?: string;
}

/** A small Confluence with the built app, the demo beside it and a browser, all on one clock. */
export interface Site {
  readonly host: Host;
  readonly demo: Demo;
  readonly clock: Clock;
  /** What functions and host logged. */
  readonly logged: LogEntry[];
  /** Errors that pages threw or wrote to their console; failed requests apart, which journeys cause on purpose. */
  readonly pageErrors: string[];
  accountOf(person: Person): string;
  /** A page in a browser window of the person's own. */
  open(person: Person, path?: string): Promise<Page>;
  /** Stops host and demo and starts them again on the same ports and files. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Servers {
  host: Host;
  demo: Demo;
}

interface Start extends SiteOptions {
  clock: Clock;
  logged: LogEntry[];
  ports: { host: number; demo: number };
}

const root = join(__dirname, '../..');
const variables = { EXTERNAL_DATA_ALLOW_LOOPBACK: 'true' };
const screen = { width: 1280, height: 1000 };

/** A site whose app was built beforehand, as `npm test` and `npm run build` do. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const start: Start = { ...options, clock: createClock(), logged: [], ports: { host: 0, demo: 0 } };
  const [first, browser] = await Promise.all([startServers(start), launchBrowser()]);
  let servers = first;
  const pageErrors: string[] = [];
  const accountOf = (person: Person): string => accountNamed(servers.host, person);
  const stop = () => Promise.all([servers.host.close(), servers.demo.close()]);
  return {
    clock: start.clock,
    logged: start.logged,
    pageErrors,
    get host() {
      return servers.host;
    },
    get demo() {
      return servers.demo;
    },
    accountOf,
    open: async (person, path = '/') => {
      const context = await newWindow(browser, servers.host, pageErrors);
      await signIn(context, servers.host, accountOf(person));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    restart: async () => {
      const ports = { host: portOf(servers.host.url), demo: portOf(servers.demo.origin) };
      await stop();
      servers = await startServers({ ...start, ports });
    },
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

async function startServers({
  clock,
  logged,
  ports,
  db,
  accessTokenSeconds,
  users,
  host: more,
}: Start): Promise<Servers> {
  const stateFile = db === undefined ? undefined : `${db}.demo.json`;
  const demo = await startDemo({ port: ports.demo, redirectUris: 'any', clock, accessTokenSeconds, users, stateFile });
  const host = await startHost({
    dir: root,
    db: db ?? ':memory:',
    port: ports.host,
    ...more,
    clock,
    notes: demo.notes,
    allowLoopback: true,
    variables: { ...variables, ...demo.variables },
    built: true,
    log: (entry) => logged.push(entry),
  });
  return { host, demo };
}

function accountNamed(host: Host, person: Person): string {
  const user = host.site().product.users.find(({ displayName }) => displayName === person);
  if (!user) throw new Error(`Nobody is called ${person}.`);
  return user.accountId;
}

async function newWindow(browser: Browser, host: Host, pageErrors: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: host.url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: screen,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  context.on('weberror', (error) => pageErrors.push(error.error().message));
  context.on('console', (message) => {
    const isError = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
    if (isError) pageErrors.push(message.text());
  });
  return context;
}

async function signIn(context: BrowserContext, host: Host, accountId: string): Promise<void> {
  const headers = { origin: host.url };
  const response = await context.request.post('/api/session', { data: { accountId }, headers });
  if (!response.ok()) throw new Error(`The session was refused: ${await response.text()}`);
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
