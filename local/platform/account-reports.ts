import * as v from 'valibot';
import type { PlatformReply } from '../runtime/wire';
import type { SqlValue, Database } from '../storage/database';

const account = v.object({ accountId: v.string(), updatedAt: v.string() });
const bodySchema = v.object({ accounts: v.pipe(v.array(account), v.minLength(1), v.maxLength(90)) });
type ReportRow = { accountId: string; updatedAt: string } & Record<string, SqlValue>;

/** The personal-data reports of an installation: which accounts the app said it holds data of. */
export class AccountReports {
  constructor(private readonly db: Database) {
    db.run('CREATE TABLE IF NOT EXISTS account_reports (accountId TEXT PRIMARY KEY, updatedAt TEXT)');
  }

  /** 204 for a report that is kept (no account of the host is ever closed or renamed), 400 for a malformed one. */
  receive(body: string): PlatformReply {
    const report = v.safeParse(bodySchema, JSON.parse(body));
    if (!report.success) return { status: 400, body: JSON.stringify({ message: v.summarize(report.issues) }) };
    for (const { accountId, updatedAt } of report.output.accounts) {
      this.db.run('INSERT OR REPLACE INTO account_reports VALUES (?, ?)', accountId, updatedAt);
    }
    return { status: 204 };
  }

  /** Everything reported so far. */
  all(): { accountId: string; updatedAt: string }[] {
    return this.db.all<ReportRow>('SELECT accountId, updatedAt FROM account_reports ORDER BY accountId');
  }
}
