import type { DataSource } from '../../data-sources/data-source';
import { completed, isReadable } from '../../data-sources/data-source-store';
import { whoSignsIn } from '../../data-sources/who-signs-in';
import type { Grant } from '../../grants/grant';
import type { GrantServices } from '../../grants/grant-services';
import { refreshConnection } from '../../grants/refresh-connection';
import { newId } from '../../ids';
import { endConnection } from '../../own-accounts/disconnect-account';
import { ownGrantId, ownGrantOwner, ownGrantState } from '../../own-accounts/own-grant';
import { ownReasons } from '../../own-accounts/own-reasons';
import { keepAliveAt, nextLook, unusedFrom } from '../../own-accounts/reader-dates';
import { cohortOf, endedCohort, type Reader } from '../../own-accounts/reader';
import { oneReaderMs } from '../../shared/limits';
import { each } from '../each';
import { forgetReader, type ForgetServices } from './forget-reader';
import { reportReaders, type ReportReadersServices } from './report-readers';

export interface CheckServices extends ForgetServices, ReportReadersServices, GrantServices {
  now(): number;
}

/** What became of the readers who were looked at. */
export interface ReadersChecked {
  seen: number;
  reported: number;
  /** Disconnected because they were not used any more. */
  unused: number;
  refreshed: number;
}

/**
 * Looks at no more than so many of the readers for whom something is due: their accounts are reported, those that were not used
 * for 90 days are ended and revoked, and the tokens of the others are refreshed before they end of disuse.
 */
export async function checkReaders(most: number, services: CheckServices): Promise<ReadersChecked> {
  const due = await dueReaders(most, services);
  const { reported, closed } = await reportReaders(due, services).catch((error: unknown) => {
    services.log('readers-not-reported', { error: error instanceof Error ? error.name : 'unknown' });
    return { reported: 0, closed: [] as string[] };
  });
  const outcome: ReadersChecked = { seen: due.length, reported, unused: 0, refreshed: 0 };
  const open = due.filter(({ account }) => !closed.includes(account));
  await each(open, services, async ({ id }) => {
    if (services.remainingTime() < oneReaderMs) return 0;
    const reader = await services.readers.get(id); // noting the report has changed it
    const did = reader && (await lookAt(reader, services));
    if (did) outcome[did] += 1;
    return 1;
  });
  return outcome;
}

/** A query only proposes: the records are read again. */
async function dueReaders(most: number, { readers, now }: CheckServices): Promise<Reader[]> {
  const proposed = (await readers.expired(now(), most)) ?? [];
  const stored = await readers.getMany(proposed.map(({ id }) => id));
  return stored.map(({ value }) => value).filter(({ checkAt }) => checkAt <= now());
}

async function lookAt(reader: Reader, services: CheckServices): Promise<'unused' | 'refreshed' | undefined> {
  const found = await services.dataSources.get(reader.dataSourceId);
  if (found && !isReadable(found)) return later(reader, undefined, services);
  const dataSource = found && completed(found);
  const isEnded = reader.cohort === endedCohort(reader.dataSourceId);
  const isUnused = services.now() >= unusedFrom(reader);
  if (!dataSource || isOver(dataSource) || (isEnded && isUnused)) {
    await forgetReader(reader, services);
    return undefined;
  }
  if (isUnused) {
    const { dataSourceId, account: accountId } = reader;
    await endConnection({ dataSourceId, accountId }, ownReasons.unused, services);
    return 'unused';
  }
  return reader.cohort === cohortOf(dataSource)
    ? keepAlive(reader, dataSource, services)
    : later(reader, undefined, services);
}

const isOver = (dataSource: DataSource): boolean =>
  dataSource.deleting === true || whoSignsIn(dataSource.settings) === 'one-account';

async function keepAlive(reader: Reader, dataSource: DataSource, services: CheckServices) {
  const standing = await ownGrantState(dataSource, reader.account, services);
  if (standing.state !== 'ok') return later(reader, undefined, services);
  const dueAt = keepAliveAt(standing.grant, dataSource.settings);
  if (dueAt === undefined || services.now() < dueAt) return later(reader, dueAt, services);
  await refreshed(standing.grant, reader, dataSource, services);
  const after = await services.readerGrants.get(ownGrantId(dataSource.id, reader.account));
  await later(reader, after && keepAliveAt(after, dataSource.settings), services);
  return 'refreshed';
}

/** What goes wrong is noted in the grant, and the reader is looked at again in an hour. */
async function refreshed({ id, tok }: Grant, reader: Reader, dataSource: DataSource, services: CheckServices) {
  const owner = ownGrantOwner(dataSource, reader.account);
  await refreshConnection({ grantId: id, used: tok }, owner, { ...services, grants: services.readerGrants }).catch(
    (error: unknown) => services.log('idle-refresh-failed', { error: error instanceof Error ? error.name : 'unknown' }),
  );
}

async function later(reader: Reader, keepAliveDue: number | undefined, { readers, now }: CheckServices) {
  const checkAt = nextLook(reader, keepAliveDue, now());
  await readers.replace(reader.id, reader.rev, { ...reader, checkAt, rev: reader.rev + 1, by: newId() });
  return undefined;
}
