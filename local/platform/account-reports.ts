import * as v from 'valibot';
import type { PlatformReply } from '../runtime/wire';
import type { SqlValue, Database } from '../storage/database';

const account = v.object({ accountId: v.string(), updatedAt: v.string() });
const bodySchema = v.object({ accounts: v.pipe(v.array(account), v.minLength(1), v.maxLength(90)) });
type ReportRow = { accountId: string; updatedAt: string } & Record<string, SqlValue>;
type ChangeRow = { accountId: string; status: AccountChange['status']; at: string } & Record<string, SqlValue>;

/** What became of an account, and when: what apps that report it are told. */
interface AccountChange {
  accountId: string;
  status: 'closed' | 'updated';
}

/** The personal-data reports of an installation: which accounts the app said it holds data of, and what it is told of them. */
export class AccountReports {
  constructor(private readonly db: Database) {
    db.run('CREATE TABLE IF NOT EXISTS account_reports (accountId TEXT PRIMARY KEY, updatedAt TEXT)');
    db.run('CREATE TABLE IF NOT EXISTS account_changes (accountId TEXT PRIMARY KEY, status TEXT, at TEXT)');
  }

  /** From now on, reports of the account are told that it was closed, or that it changed after the app stored it. */
  note(accountId: string, status: AccountChange['status'], at: number): void {
    this.db.run(
      'INSERT OR REPLACE INTO account_changes VALUES (?, ?, ?)',
      accountId,
      status,
      new Date(at).toISOString(),
    );
  }

  /** 204 where all accounts are as the app stored them, 200 with those that are not, 400 for a malformed report. */
  receive(body: string): PlatformReply {
    const report = v.safeParse(bodySchema, JSON.parse(body));
    if (!report.success) return { status: 400, body: JSON.stringify({ message: v.summarize(report.issues) }) };
    for (const { accountId, updatedAt } of report.output.accounts) {
      this.db.run('INSERT OR REPLACE INTO account_reports VALUES (?, ?)', accountId, updatedAt);
    }
    const accounts = report.output.accounts.flatMap((one) => this.#changeOf(one));
    return accounts.length === 0 ? { status: 204 } : { status: 200, body: JSON.stringify({ accounts }) };
  }

  /** Everything reported so far. */
  all(): { accountId: string; updatedAt: string }[] {
    return this.db.all<ReportRow>('SELECT accountId, updatedAt FROM account_reports ORDER BY accountId');
  }

  /** A closed account stays closed; a changed one counts until the app stores it anew. */
  #changeOf({ accountId, updatedAt }: v.InferOutput<typeof account>): AccountChange[] {
    const change = this.db.first<ChangeRow>('SELECT * FROM account_changes WHERE accountId = ?', accountId);
    if (!change || (change.status === 'updated' && change.at <= updatedAt)) return [];
    return [{ accountId, status: change.status }];
  }
}
