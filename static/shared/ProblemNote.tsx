import type { ReactNode } from 'react';
import type { Actor, ProblemReply } from '../../src/shared/contract';
import { whoCanAct } from '../../src/shared/who-can-act';

interface ProblemNoteProps {
  problem: ProblemReply;
  /** Who looks at it: what they can do themselves needs no mention. */
  viewer: Actor;
  onRetry?: () => void;
  /** Further actions, such as a link to the remedy. */
  children?: ReactNode;
}

/** A problem in words, with a button to try again where that can help. */
export function ProblemNote({ problem, viewer, onRetry, children }: ProblemNoteProps) {
  const who = whoCanAct(problem, viewer);
  const code = [problem.status, problem.remoteCode].filter(Boolean).join(' · ');
  return (
    <div className="problem-note" role="alert">
      <p className="problem-note-title">{problem.title}</p>
      <p>{problem.message}</p>
      {problem.detail ? (
        <p className="problem-note-detail">
          Details{code ? ` (${code})` : ''}: {problem.detail}
        </p>
      ) : null}
      {who ? <p>{who}</p> : null}
      {problem.reference ? <p>Reference for the log: {problem.reference}</p> : null}
      {children}
      {problem.retry && onRetry ? (
        <button type="button" className="problem-note-retry" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
