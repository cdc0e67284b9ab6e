import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../local/host/host';
import type { SqlValue } from '../../local/storage/database';

/** A record as the platform keeps it, whatever tables the local host has for it. */
export interface PlatformRecord {
  space: 'open' | 'secret';
  /** Empty for a plain value. */
  entity: string;
  key: string;
  /** Milliseconds since the epoch; null for a record without an end. */
  expires: number | null;
  value: unknown;
}

/** All that the app had stored on one site at one moment, and what somebody who was there knows beside it. */
export interface StoredSite {
  /** Milliseconds since the epoch. */
  writtenAt: number;
  /** The demo's, because the origins of its servers are bound into records. */
  demoPort: number;
  /** A sign-in that was begun and not finished. */
  begun: { authorizeUrl: string; callbackUrl: string; attemptId: string };
  /** A sign-in that was finished for a data source nobody had saved. */
  draft: { id: string; name: string };
  records: PlatformRecord[];
}

const folder = join(__dirname, '../fixtures/stored');
const siteFile = join(folder, 'site.json');
const demoFile = join(folder, 'demo.json');

/** The site that an earlier version of the app wrote. */
export const readStoredSite = (): StoredSite => JSON.parse(readFileSync(siteFile, 'utf8')) as StoredSite;

/** A copy of what the demo knew at that time, for a demo to go on with; `forget` deletes it. */
export function copyOfDemoState(): { file: string; forget: () => void } {
  const place = mkdtempSync(join(tmpdir(), 'demo-'));
  const file = join(place, 'demo.json');
  writeFileSync(file, readFileSync(demoFile));
  return { file, forget: () => rmSync(place, { recursive: true }) };
}

type Row = Record<'space' | 'entity' | 'key' | 'json', string> & { expires: number | null } & Record<string, SqlValue>;

/** Everything that lies in the storage of the host's site, by place and key. */
export function recordsOf(host: Host): PlatformRecord[] {
  const rows = host.site().db.all<Row>('SELECT space, entity, key, json, expires FROM kvs ORDER BY space, entity, key');
  return rows.map(({ json, ...place }) => ({ ...place, value: JSON.parse(json) as unknown }) as PlatformRecord);
}

/** Puts the records into a site of a host whose clock stands at their time. */
export function restoreRecords(host: Host, records: readonly PlatformRecord[]): void {
  const { store } = host.site().kvs;
  for (const { space, entity, key, expires, value } of records) {
    store.write({ space, entity }, key, JSON.stringify(value), expires);
  }
}

/** Writes the fixture, one record on a line, so that a comparison shows what differs; never over one that is there. */
export function writeStoredSite({ records, ...rest }: StoredSite, demoState: string): void {
  if (existsSync(siteFile)) throw new Error('What an earlier version has written is not written again.');
  const head = Object.entries(rest).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  writeFileSync(siteFile, `{\n${head.join(',\n')},\n"records": [\n${lines}\n]\n}\n`);
  writeFileSync(demoFile, `${demoState}\n`);
}
