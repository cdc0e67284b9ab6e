import { sha256 } from '../../../ids';

/** Changes with a layout of heads and chunks that later versions cannot read. */
const layout = 4;

/** All that rows depend on: of two readers who differ in any of it, neither is shown the other's rows. */
export interface SnapshotSubject {
  dataSource: { id: string; rev: number };
  panel: { id: string; rev: number };
  /** Of the grant the rows are read with. */
  epoch: number;
  identity: string;
  /** Values that the query takes in. */
  inputs: Readonly<Record<string, string | number | boolean>>;
}

/** The name of everything kept for the subject, as 64 hexadecimal digits. */
export function snapshotHash(subject: SnapshotSubject): string {
  return sha256(canonicalJson({ layout, ...subject }));
}

/** JSON with the names of every object in the order of their code units, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join()}}`;
}
