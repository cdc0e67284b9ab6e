import { withRulesFor } from '../../../../src/shared/column-types/status-colors';
import type { ColumnType } from '../../../../src/shared/contract';
import { statusRulesCount } from '../../../../src/shared/limits';
import type { KeyedColumn } from '../../form-model/panel/column-keys';

/** More different values than these are hardly states. */
const mostStates = 12;

/** The column under another type. A status without colors gets one for each value found, where those are few. */
export function withType(
  { format }: Pick<KeyedColumn, 'format'>,
  type: ColumnType,
  found: readonly string[],
): Partial<KeyedColumn> {
  const isBare = type === 'status' && (format?.statusColors ?? []).length === 0;
  if (!isBare || found.length === 0 || found.length > mostStates) return { type };
  return { type, format: { ...format, statusColors: withRulesFor(found, [], statusRulesCount) } };
}
