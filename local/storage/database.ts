import { chmodSync, closeSync, openSync } from 'node:fs';
import Libsql from 'libsql';

/** A value that a column can hold. */
export type SqlValue = string | number | null;
export type SqlRow = Record<string, SqlValue>;

/** The few statements the host needs of an SQL database, so that another SQLite can take its place. */
export interface Database {
  /** Runs one statement; returns the number of rows it changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** The first row, or undefined. */
  first<R extends SqlRow>(sql: string, ...values: SqlValue[]): R | undefined;
  /** All rows, an empty list included. */
  all<R extends SqlRow>(sql: string, ...values: SqlValue[]): R[];
  /** What `work` returns, with all its statements kept or, when it throws, none of them. */
  atomically<T>(work: () => T): T;
  close(): void;
}

const pragmas = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = NORMAL', 'PRAGMA busy_timeout = 2000'];

/**
 * An open database in the given file (made if absent, readable by its owner only), or in memory for `:memory:`. The
 * write-ahead log keeps it whole when the process dies at any moment.
 */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') makePrivateFile(file);
  const connection = new Libsql(file);
  for (const pragma of pragmas) connection.exec(pragma);
  const prepared = new Map<string, Libsql.Statement>();
  const statement = (sql: string): Libsql.Statement => {
    const known = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    run: (sql, ...values) => statement(sql).run(...values).changes,
    first: <R extends SqlRow>(sql: string, ...values: SqlValue[]) => statement(sql).get(...values) as R | undefined,
    all: <R extends SqlRow>(sql: string, ...values: SqlValue[]) => statement(sql).all(...values) as R[],
    atomically: (work) => connection.transaction(work).immediate(),
    close: () => void connection.close(),
  };
}

function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
