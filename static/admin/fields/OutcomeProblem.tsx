import type { ProblemReply } from '../../../src/shared/contract';
import { ProblemNote } from '../../shared/ProblemNote';

interface OutcomeProblemProps {
  problem: ProblemReply;
  /** Broken rules that stand at no field of the form. */
  unplaced: string[];
  /** Loads what is stored now, when somebody else has changed it. */
  reload: () => void;
}

/** Why a save or a test failed, with the way out. */
export function OutcomeProblem({ problem, unplaced, reload }: OutcomeProblemProps) {
  return (
    <ProblemNote problem={problem} viewer="admin">
      {unplaced.length > 0 ? (
        <ul>
          {unplaced.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
      {problem.code === 'conflict' ? (
        <button type="button" className="link" onClick={reload}>
          Load the newer version (your changes are lost)
        </button>
      ) : null}
    </ProblemNote>
  );
}
