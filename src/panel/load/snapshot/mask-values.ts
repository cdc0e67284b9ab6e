import type { CellValue } from '../../../shared/frame';
import type { Redactor } from '../../../ports';

/**
 * The values with every secret in use masked, for an API that echoes what it was sent: snapshots are open records. They
 * are looked at as one text first, because hardly any response holds a secret.
 */
export function maskValues(values: readonly CellValue[], redactor: Redactor): readonly CellValue[] {
  const texts = values.filter((value) => typeof value === 'string');
  const all = texts.join('\n');
  const isShortened = texts.some((text) => text.endsWith('…'));
  if (!isShortened && redactor.redact(all) === all) return values;
  return values.map((value) => (typeof value === 'string' ? redactor.redact(value) : value));
}
