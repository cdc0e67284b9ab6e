import { join } from 'node:path';
import type { Host, HostOptions, LogEntry } from '../../local/host/host';
import { startHost } from '../../local/host/host';
import type { HostUser } from '../../local/shared/api';

export const fixtureFolder = join(__dirname, 'fixture-app');

/** A host running the fixture app, with what tests ask of it in one word. */
export interface FixtureHost {
  host: Host;
  logged: LogEntry[];
  /** The body of the macro resolver's reply, called by the editor unless another account is named. */
  call<T>(functionKey: string, payload?: unknown, accountId?: string): Promise<T>;
  /** What each step of the key-value store yields; see `storage-steps.ts` of the fixture app. */
  storage(...steps: unknown[][]): Promise<unknown[]>;
  accounts: { admin: string; editor: string; reader: string; anonymous: string };
}

const started: Host[] = [];
afterAll(async () => void (await Promise.all(started.map((host) => host.close()))));

/** Starts the fixture app on free ports, in memory unless told otherwise. */
export async function startFixture(options: Partial<HostOptions> = {}): Promise<FixtureHost> {
  const logged: LogEntry[] = [];
  const host = await startHost({
    dir: fixtureFolder,
    db: ':memory:',
    port: 0,
    log: (entry) => logged.push(entry),
    ...options,
  });
  started.push(host);
  const accountOf = (role: HostUser['role']) => host.site().product.users.find((user) => user.role === role)!.accountId;
  const accounts = {
    admin: accountOf('admin'),
    editor: accountOf('editor'),
    reader: accountOf('reader'),
    anonymous: accountOf('anonymous'),
  };
  const call = async <T>(functionKey: string, payload?: unknown, accountId = accounts.editor): Promise<T> => {
    const reply = await host.invoke({ functionKey, payload, moduleKey: 'fixture-macro', accountId });
    if (!reply.ok) throw new Error(reply.message);
    return reply.body as T;
  };
  const storage = (...steps: unknown[][]) => call<unknown[]>('storage', steps);
  return { host, logged, call, storage, accounts };
}

/** How a refused step of the key-value store shows. */
export function refusal(code: string, status = 400): { refused: string; status: number } {
  return { refused: code, status };
}
