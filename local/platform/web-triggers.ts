import { randomUUID } from 'node:crypto';
import type { SqlValue, Database } from '../storage/database';

type TriggerRow = { id: string; module: string } & Record<string, SqlValue>;

/** The URLs of an installation's web triggers: one for each module key, stable until it is deleted. */
export class WebTriggers {
  constructor(private readonly db: Database) {
    db.run('CREATE TABLE IF NOT EXISTS web_triggers (id TEXT PRIMARY KEY, module TEXT)');
  }

  /** The id of the module's URL, made if there is none or `forceCreate` wants another. */
  idFor(module: string, forceCreate: boolean): string {
    const known = this.db.first<TriggerRow>(
      'SELECT id, module FROM web_triggers WHERE module = ? ORDER BY rowid DESC',
      module,
    );
    if (known && !forceCreate) return known.id;
    const id = randomUUID();
    this.db.run('INSERT INTO web_triggers VALUES (?, ?)', id, module);
    return id;
  }

  /** The key of the module behind the id, or undefined. */
  moduleOf(id: string): string | undefined {
    return this.db.first<TriggerRow>('SELECT id, module FROM web_triggers WHERE id = ?', id)?.module;
  }

  all(): { id: string; module: string }[] {
    return this.db.all<TriggerRow>('SELECT id, module FROM web_triggers ORDER BY rowid');
  }

  /** True if there was such a URL. */
  delete(id: string): boolean {
    return this.db.run('DELETE FROM web_triggers WHERE id = ?', id) > 0;
  }
}
