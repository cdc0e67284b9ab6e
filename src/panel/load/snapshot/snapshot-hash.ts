import { sha256 } from '../../../ids';

/** Changes with what names rows, and with a layout of heads and chunks that later versions cannot read. */
const layout = 5;

/** Whose rows they are: of two readers who differ in any of it, neither is ever shown the other's rows. */
export interface SnapshotSubject {
  dataSourceId: string;
  panelId: string;
  /** Of the sign-in that the rows are read with: how often the account changed, and the epoch of the grant. */
  signIns: number;
  epoch: number;
  identity: string;
  /** What readers gave, or are, of all that the rows are made with; `null` for what Confluence does not tell. */
  given: Readonly<Record<string, string | null>>;
}

/** The name of everything kept for the subject, as 64 hexadecimal digits. */
export function snapshotHash(subject: SnapshotSubject): string {
  return sha256(canonicalJson({ layout, ...subject }));
}

/** What named rows until the settings themselves did: revisions, so that every edit began anew. */
export interface EarlierSubject {
  dataSource: { id: string; rev: number };
  panel: { id: string; rev: number };
  epoch: number;
  identity: string;
  inputs: Readonly<Record<string, string>>;
}

/** The name under which an earlier version of the app kept the rows of the subject. */
export function earlierHash(subject: EarlierSubject): string {
  return sha256(canonicalJson({ layout: 4, ...subject }));
}

/**
 * The name of the rows that a subject gets by these settings, which are all that changes rows: the request, how it pages,
 * is read and signs in, and what the panel takes out of the response, with every value in it. 32 hexadecimal digits.
 */
export function rowsHash(subject: SnapshotSubject, settings: Readonly<Record<string, unknown>>): string {
  return sha256(canonicalJson({ subject: snapshotHash(subject), settings })).slice(0, 32);
}

/**
 * JSON with the names of every object in the order of their code units, so that equal values have equal texts; a member
 * that is `undefined` is absent.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join()}}`;
}
