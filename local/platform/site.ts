import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../shared/clock';
import type { Manifest } from '../shared/manifest';
import type { SqlValue, Database } from '../storage/database';
import { openDatabase } from '../storage/database';
import { AccountReports } from './account-reports';
import { EgressGroups } from './egress/groups';
import { EntityTypes } from './kvs/entities';
import { Meter } from './kvs/meter';
import type { KvsParts } from './kvs/single';
import { RecordStore } from './kvs/kvs-store';
import type { Limits } from './limits';
import { Product } from './product/product';
import type { ProductSeed } from './product/seed';
import { EventStore } from './queues/queue-store';
import { WebTriggers } from './web-triggers';

/** One installation of the app: everything the platform keeps for it, and nothing shared with another. */
export interface Site {
  name: string;
  cloudId: string;
  installationId: string;
  /** True for an installation that was made just now. */
  isNew: boolean;
  environmentId: string;
  kvs: KvsParts;
  egress: EgressGroups;
  triggers: WebTriggers;
  reports: AccountReports;
  events: EventStore;
  product: Product;
  db: Database;
}

export interface SiteOptions {
  manifest: Manifest;
  clock: Clock;
  limits: Limits;
  queryLag: number;
  allowLoopback: boolean;
  seed: ProductSeed;
}

type FactRow = { value: string } & Record<string, SqlValue>;

/** The installation kept in the database file (or in memory for `:memory:`); a new file is a new installation. */
export function openSite(name: string, file: string, options: SiteOptions): Site {
  const { manifest, clock, limits, queryLag, allowLoopback, seed } = options;
  const db = openDatabase(file);
  db.run('CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT)');
  const store = new RecordStore(db, clock, limits, queryLag);
  const isNew = db.first<FactRow>("SELECT value FROM facts WHERE name = 'installation'") === undefined;
  const entities = new EntityTypes(manifest.entities);
  return {
    name,
    cloudId: stableId(`cloud ${name}`),
    environmentId: stableId(`environment ${manifest.appId}`),
    isNew,
    installationId: keptFact(db, 'installation', randomUUID),
    kvs: { store, entities, meter: new Meter(clock, limits), limits, clock },
    egress: new EgressGroups(db, limits, allowLoopback),
    triggers: new WebTriggers(db),
    reports: new AccountReports(db),
    events: new EventStore(db),
    product: new Product(db, seed, clock),
    db,
  };
}

/** A UUID that is the same for the same text. */
function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function keptFact(db: Database, name: string, make: () => string): string {
  const known = db.first<FactRow>('SELECT value FROM facts WHERE name = ?', name);
  if (known) return known.value;
  const value = make();
  db.run('INSERT INTO facts VALUES (?, ?)', name, value);
  return value;
}
