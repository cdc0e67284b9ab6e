import { defaultSeed, type ProductUser } from '../../../../local/platform/product/seed';
import type { DataSourceView, LoadReply, LoadRequest, PanelView, Reply } from '../../../../src/shared/contract';
import { seeded } from '../../../support/simulation';
import type { AppOnHost } from '../app-on-host';
import { isPlain, secretsInTheOpen, settledMs, startFaultyApp, type FaultyApp } from '../fault-runs';
import { connected, panelOn, requestTo, rowsOf } from '../walks';
import { later, leftovers, type Leftovers } from './leftovers';
import { noTroubles, randomFaults, upstreamTrouble, type Troubles } from './troubles';

export interface SoakOptions {
  seconds: number;
  readers: number;
  seed: number;
  /** How many seconds of the host's clock one second lasts. */
  speed: number;
  /** One platform call in so many goes wrong. */
  faultOneIn: number;
}

export interface SoakReport {
  views: number;
  staleViews: number;
  /** Of all of them, those that showed a part of a list that was being read. */
  parts: number;
  pending: number;
  /** Functions that died, or ran out of their time. */
  died: number;
  /** Problems told to readers, by their code. */
  problems: Record<string, number>;
  /** Replies that were neither rows nor a plain sentence; there must be none. */
  unplain: unknown[];
  troubles: Troubles;
  refreshes: number;
  /** Times that an admin had to authenticate again; more than `troubles.windows` means that a grant was lost. */
  reconnects: number;
  /** Requests to the API in the busiest minute of the clock, and how many the data source allows. */
  busiestMinute: number;
  requestsPerMinute: number;
  clockMinutes: number;
  /** Resident memory in megabytes: after the first third, and at the end. */
  memory: { early: number; late: number };
  /** Secrets in open storage; there must be none. */
  open: string[];
  leftovers: Leftovers;
}

/** So few that readers often want more. */
const requestsPerMinute = 6;
const pagesOfRead = 3;
const onlyNew = { freshSeconds: 20, staleSeconds: 20, keepSeconds: 20 };

/** Readers who come and go while everything goes wrong at random, and what is left when all is quiet again. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { readers, seed } = options;
  const users = [...defaultSeed.users, ...Array.from({ length: readers }, (_, number) => readerNumber(number))];
  const product = { ...defaultSeed, users };
  const faulty = await startFaultyApp({ users: 600, accessTokenSeconds: 65, host: { workers: 4, product } });
  try {
    return await soak(faulty, options, seeded(seed));
  } finally {
    await faulty.app.close();
  }
}

const readerNumber = (number: number): ProductUser => ({
  accountId: `557058:soak-${number}`,
  displayName: `Reader ${number}`,
  email: `soak-${number}@example.com`,
  role: 'reader',
  groups: ['confluence-users'],
});

async function soak(faulty: FaultyApp, options: SoakOptions, random: () => number): Promise<SoakReport> {
  const { app } = faulty;
  const { source, panels } = await setUp(app);
  const report = emptyReport();
  const minutes = new Map<number, number>();
  for (const { id } of panels) await rowsOf(app, id);
  const startedAt = app.clock.now();
  const end = performance.now() + options.seconds * 1000;
  const isOver = () => performance.now() >= end;
  const faults = randomFaults(random, options.faultOneIn, report.troubles);
  faulty.set((call) => {
    if (call.kind === 'egress' && call.path.endsWith('/users')) count(minutes, Math.floor(app.clock.now() / 60_000));
    return faults(call);
  });
  const readers = Array.from({ length: options.readers }, (_, number) =>
    read({ app, panels, accountId: readerNumber(number).accountId, speed: options.speed, isOver, random }, report),
  );
  await Promise.all([
    ...readers,
    time(app, options.speed, isOver),
    trouble(app, options.speed, isOver, random),
    admin(faulty, source, report, isOver),
    memory(report, options, isOver),
  ]);
  faulty.set(undefined);
  report.clockMinutes = (app.clock.now() - startedAt) / 60_000;
  await app.demo.control.setFaults([]);
  await readOnceMore(app, source, panels, report);
  report.refreshes = (await app.demo.control.stats()).refreshes;
  report.open = secretsInTheOpen(app);
  report.busiestMinute = Math.max(0, ...minutes.values());
  report.leftovers = await leftovers(app, source.id, panels);
  return report;
}

async function setUp(app: AppOnHost): Promise<{ source: DataSourceView; panels: PanelView[] }> {
  const { limits } = app.form().settings;
  const source = await connected(app, {
    request: requestTo(app, '/v1.0/users', [{ name: '$top', value: String(600 / pagesOfRead) }]),
    limits: { ...limits, seconds: 10, megabytes: 4, requestsPerMinute },
    freshness: { freshSeconds: 20, staleSeconds: 120, keepSeconds: 86_400 },
  });
  const names = ['Everybody', 'Once more', 'And again'];
  const panels: PanelView[] = [];
  for (const name of names) panels.push(await panelOn(app, source.id, { name }));
  // Its rows are never kept beside those that are being read.
  panels.push(await panelOn(app, source.id, { name: 'New or none', freshness: onlyNew }));
  return { source, panels };
}

const emptyReport = (): SoakReport => ({
  views: 0,
  staleViews: 0,
  parts: 0,
  pending: 0,
  died: 0,
  problems: {},
  unplain: [],
  troubles: noTroubles(),
  refreshes: 0,
  reconnects: 0,
  busiestMinute: 0,
  requestsPerMinute: requestsPerMinute + pagesOfRead,
  clockMinutes: 0,
  memory: { early: 0, late: 0 },
  open: [],
  leftovers: { strayChunks: [], tokenSets: 0, held: [], pendingSecrets: [], dead: [] },
});

interface Reading {
  app: AppOnHost;
  panels: readonly PanelView[];
  accountId: string;
  speed: number;
  isOver(): boolean;
  random(): number;
}

/**
 * A reader as the macro is one: brings a ticket at once, looks on at what grows, and asks again when told to; else opens
 * some page of some panel every ten seconds or so of the clock.
 */
async function read({ app, panels, accountId, speed, isOver, random }: Reading, report: SoakReport): Promise<void> {
  let again: LoadRequest | undefined;
  while (!isOver()) {
    const panelId = panels[Math.floor(random() * panels.length)]!.id;
    const request = again ?? { panelId, window: { offset: 100 * Math.floor(random() * 6), count: 20 } };
    const reply = await app.askMacro('loadPanel', request, { accountId }).catch(() => undefined);
    note(report, reply);
    again = reply?.ok ? nextOf(reply.value, request) : undefined;
    await pause(again ? 150 : (4_000 + 12_000 * random()) / speed);
  }
}

/** What the macro asks for next by itself; `undefined` where it waits for its reader. */
function nextOf(reply: LoadReply, { panelId, window }: LoadRequest): LoadRequest | undefined {
  if (reply.state === 'pending') return { panelId, window };
  if (reply.state !== 'view') return undefined;
  if (reply.ticket !== undefined) return { panelId, window, carry: reply.ticket };
  if (reply.part) return { panelId, window };
  return reply.askAgainMs === 0 ? { panelId, window, refetch: true } : undefined;
}

function note(report: SoakReport, reply: Reply<LoadReply> | undefined): void {
  if (!reply) report.died += 1;
  else if (!isPlain(reply)) report.unplain.push(reply);
  else if (!reply.ok) report.problems[reply.problem.code] = (report.problems[reply.problem.code] ?? 0) + 1;
  else if (reply.value.state === 'pending') report.pending += 1;
  else if (reply.value.state !== 'view') report.unplain.push(reply);
  else noteView(report, reply.value);
}

function noteView(report: SoakReport, { age, part }: Extract<LoadReply, { state: 'view' }>): void {
  if (part) report.parts += 1;
  if (age.staleReason !== undefined) report.staleViews += 1;
  else report.views += 1;
}

/** Moves the clock faster than the time goes; the hourly job runs when its hour comes. */
async function time({ clock, host }: AppOnHost, speed: number, isOver: () => boolean): Promise<void> {
  let upkeepAt = clock.now() + 3_600_000;
  const step = 100;
  while (!isOver()) {
    await pause(step);
    clock.advance(step * (speed - 1));
    if (clock.now() < upkeepAt) continue;
    upkeepAt += 3_600_000;
    await host.runScheduled('hourly-upkeep');
  }
}

/** Gives the API another trouble, or none, every twenty to eighty seconds of the clock. */
async function trouble({ demo }: AppOnHost, speed: number, isOver: () => boolean, random: () => number): Promise<void> {
  while (!isOver()) {
    await demo.control.setFaults(upstreamTrouble(random));
    await pause((20_000 + 60_000 * random()) / speed);
  }
}

/** An admin who authenticates again as soon as they are told to. */
async function admin(
  faulty: FaultyApp,
  source: DataSourceView,
  report: SoakReport,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await pause(300);
    await faulty.without(() => reconnect(faulty.app, source, report));
  }
}

async function reconnect(app: AppOnHost, { id, settings }: DataSourceView, report: SoakReport): Promise<void> {
  const found = await app.ask('getDataSource', { id });
  if (!found.ok || found.value.badge.state === 'authenticated') return;
  const { rev } = found.value;
  const { callback } = await app.consent({ id, rev, settings, secrets: {} });
  if ((await fetch(callback)).status === 200) report.reconnects += 1;
}

/** Once more for each panel, because what broke last may not have shown yet. */
async function readOnceMore(
  app: AppOnHost,
  source: DataSourceView,
  panels: readonly PanelView[],
  report: SoakReport,
): Promise<void> {
  await later(app, settledMs + 3_600_000);
  for (const { id } of panels) {
    await rowsOf(app, id);
    await later(app, 60_000); // another minute has requests of its own
  }
  await reconnect(app, source, report);
}

async function memory(report: SoakReport, { seconds }: SoakOptions, isOver: () => boolean): Promise<void> {
  const early = performance.now() + (seconds * 1000) / 3;
  const sizes: { at: number; megabytes: number }[] = [];
  while (!isOver()) {
    await pause(500);
    (globalThis as { gc?: () => void }).gc?.();
    sizes.push({ at: performance.now(), megabytes: process.memoryUsage().rss / 2 ** 20 });
  }
  const middleOf = (from: number, to: number) => {
    const some = sizes.filter(({ at }) => at >= from && at < to).map(({ megabytes }) => megabytes);
    return some.sort((a, b) => a - b)[some.length >> 1] ?? 0;
  };
  const tenth = seconds * 100;
  report.memory = { early: middleOf(early, early + tenth), late: middleOf(performance.now() - tenth, Infinity) };
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
