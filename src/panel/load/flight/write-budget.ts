import type { PanelServices } from '../panel-services';
import type { KeyedPlace } from '../snapshot/place-keys';
import { mayWriteOwn } from './own-budget';
import { spendWrites } from './request-budget';

const bytesOfUnit = 10_000;
const smallUnits = 20;

/** Whether so many bytes of rows may be written in this minute, taken out of it. A few are worth no look at the budget. */
export async function mayWrite(
  bytes: number,
  { own }: Pick<KeyedPlace, 'own'>,
  services: PanelServices,
): Promise<boolean> {
  if (own !== undefined) return mayWriteOwn(bytes, services);
  const units = Math.ceil(bytes / bytesOfUnit);
  return units <= smallUnits || (await spendWrites(units, services)) === 0;
}
