import { useLazy } from '../use-lazy';
import type { InForceProps } from './in-force-props';

const loadChips = () => import('./Chips').then(({ Chips }) => Chips);

/** What narrows the rows down now, each with a way to take it back; nothing where nothing does. */
export function InForce(props: InForceProps) {
  const { window, chosen } = props;
  const isAny = Boolean(window.search) || window.filters !== undefined || Object.keys(chosen?.values ?? {}).length > 0;
  const Chips = useLazy<InForceProps>(isAny, loadChips);
  return isAny && Chips ? <Chips {...props} /> : null;
}
