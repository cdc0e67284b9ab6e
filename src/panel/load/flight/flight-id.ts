import type { Access } from '../../../grants/access';
import { sha256 } from '../../../ids';
import { canonicalJson } from '../snapshot/snapshot-hash';
import type { BoundPanel } from '../../variables/bind-panel';

/**
 * The name of one request with its values and rights, as 64 hexadecimal digits. What differs between two panels with
 * the same name is only what they take out of the response.
 */
export function flightId(
  { source: { id, rev }, request, requestInputs }: Pick<BoundPanel, 'source' | 'request' | 'requestInputs'>,
  { epoch, identity }: Pick<Access, 'epoch' | 'identity'>,
): string {
  const own = request ? { request } : {};
  return sha256(canonicalJson({ dataSource: { id, rev }, epoch, identity, values: requestInputs, ...own }));
}
