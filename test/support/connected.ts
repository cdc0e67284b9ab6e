import type { DataSource } from '../../src/data-sources/data-source';
import { saveDataSource } from '../../src/editing/save-data-source';
import { authorize } from '../../src/grants/authorize';
import { authorizeForm } from '../../src/grants/authorize-form';
import { grantId, type Grant } from '../../src/grants/grant';
import { viewOf } from '../../src/resolvers/data-source-view';
import type { Badge, DataSourceForm } from '../../src/shared/contract';
import { directoryForm } from './data-source-forms';
import { memoryServices, type MemoryServices } from './memory';
import { sentWith } from './sent-with';
import { ada, signIn } from './sign-in';
import { TokenServer } from './token-server';

const hour = 3_600_000;

/** A data source that somebody signed in for, whose access token has just ended. */
export interface Connected {
  server: TokenServer;
  services: MemoryServices;
  saved: DataSource;
  /** Its grant as it is stored. */
  grant(): Grant;
  /** Stores the grant with these members changed, as an earlier version or an accident may have left it. */
  leaveGrant(changes: Partial<Grant>): void;
  /** What a reader's request is sent with. */
  reader(): Promise<Record<string, string>>;
  /** The same for an admin who tests it. */
  admin(): Promise<Record<string, string>>;
  badge(): Promise<Badge>;
  /** The form as it is opened, with other settings or secrets. */
  form(changes?: Parameters<typeof directoryForm>[0], secrets?: DataSourceForm['secrets']): DataSourceForm;
}

export async function connectedAndExpired(
  changes: Parameters<typeof directoryForm>[0] = {},
  options: Partial<TokenServer['options']> = {},
): Promise<Connected> {
  const server = new TokenServer();
  Object.assign(server.options, options);
  const services = memoryServices({ fetch: server.fetch });
  const first = directoryForm(changes);
  const { draftId } = await signIn(first, server, services);
  const saved = await saveDataSource({ ...first, draftId }, ada, services);
  services.advance(hour);
  const records = services.memory.records('grant');
  const id = grantId(saved.id);
  const grant = () => records.get(id) as Grant;
  const form: Connected['form'] = (more = {}, secrets = {}) =>
    directoryForm({ ...changes, ...more }, { id: saved.id, rev: saved.rev, secrets });
  return {
    server,
    services,
    saved,
    grant,
    leaveGrant: (more) => void records.set(id, { ...grant(), ...more }),
    reader: async () => sentWith(await (await authorize(saved, services)).headers()).headers,
    admin: async () => sentWith(await (await authorizeForm(form(), ada, services)).headers()).headers,
    badge: async () => (await viewOf(saved, services)).badge,
    form,
  };
}

/** How large a record is in storage, in bytes. */
export const sizeOf = (record: unknown) => Buffer.byteLength(JSON.stringify(record));
