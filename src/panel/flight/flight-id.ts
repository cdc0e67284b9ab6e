import { resolvedValues } from '../../connectors/first-request';
import type { PanelSettings } from '../../contract';
import type { DataSource } from '../../data-sources/data-source';
import type { Access } from '../../grants/access';
import { sha256 } from '../../ids';
import { canonicalJson } from '../snapshot/snapshot-hash';

/**
 * The name of one request with its values and rights, as 64 hexadecimal digits. What differs between two panels with
 * the same name is only what they take out of the answer.
 */
export function flightId(
  { id, rev }: Pick<DataSource, 'id' | 'rev'>,
  { epoch, identity }: Pick<Access, 'epoch' | 'identity'>,
  values: Readonly<Record<string, string>>,
): string {
  return sha256(canonicalJson({ dataSource: { id, rev }, epoch, identity, values }));
}

/** What a panel gives each variable of its data source's request. */
export function valuesOf({ settings: { variables } }: DataSource, { variableValues }: PanelSettings) {
  return resolvedValues(variables, variableValues);
}
