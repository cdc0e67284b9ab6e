import type { SecretProof } from '../../../../src/shared/contract';
import type { NoticeLook } from '../../fields/Notice';
import { Notice } from '../../fields/Notice';

const looks: Record<SecretProof['outcome'], NoticeLook> = {
  works: 'success',
  refused: 'error',
  untried: 'information',
};

/** What came of trying a client secret that was typed. */
export function SecretNote({ proof }: { proof: SecretProof }) {
  return <Notice look={looks[proof.outcome]}>{proof.message}</Notice>;
}
