import Lozenge from '@atlaskit/lozenge';
import type { Badge } from '../../../../src/shared/contract';
import { badgeWords } from './badge-words';

/** The state of a grant as a lozenge. */
export function BadgeLozenge({ state }: { state: Badge['state'] }) {
  const { label, appearance } = badgeWords(state);
  return (
    <Lozenge appearance={appearance} isBold={state === 'authenticated' || state === 'reconnect-needed'} maxWidth="none">
      {label}
    </Lozenge>
  );
}
