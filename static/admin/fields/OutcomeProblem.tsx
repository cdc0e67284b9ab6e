import type { ReactNode } from 'react';
import type { ProblemReply } from '../../../src/shared/contract';
import { countedProblem } from '../form-model/counted-problem';
import { ProblemNote } from '../../shared/ProblemNote';

interface OutcomeProblemProps {
  problem: ProblemReply;
  /** How many broken rules are left: those of fields that were changed since no longer count. */
  left: number;
  /** Broken rules that stand at no field of the form. */
  unplaced: string[];
  /** Loads what is stored now, when somebody else has changed it. */
  reload: () => void;
  /** What is said of somebody else's change in place of the way to load it. */
  conflict?: ReactNode;
}

/** Why a save or a test failed, with the way out; nothing once every field that was refused has been changed. */
export function OutcomeProblem({ problem, left, unplaced, reload, conflict }: OutcomeProblemProps) {
  const counted = countedProblem(problem, left);
  if (!counted) return null;
  return (
    <ProblemNote problem={counted} viewer="admin">
      {unplaced.length > 0 ? (
        <ul>
          {unplaced.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
      {problem.code === 'conflict' && conflict ? conflict : null}
      {problem.code === 'conflict' && !conflict ? (
        <button type="button" className="link" onClick={reload}>
          Load the newer version (your changes are lost)
        </button>
      ) : null}
    </ProblemNote>
  );
}
