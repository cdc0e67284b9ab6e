import type { ReactNode } from 'react';
import type { Actor, ProblemReply } from '../../src/shared/contract';

const whoCanAct: Record<Actor, string | undefined> = {
  reader: undefined,
  editor: 'An editor of this page can change this.',
  admin: 'A Confluence admin can change this.',
  remote: 'Whoever runs the API or its sign-in can change this.',
};

/** How a message names the one who can act. */
const named: Record<Actor, RegExp> = {
  reader: /(?!)/,
  editor: /\beditor\b/i,
  admin: /\badmins?\b/i,
  remote: /\bwhoever runs\b/i,
};

/** The sentence that says who can make the problem go away; undefined where the one who looks can, or the message says it. */
export function actorSentence(actor: Actor, viewer: Actor, message: string): string | undefined {
  return actor === viewer || named[actor].test(message) ? undefined : whoCanAct[actor];
}

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
  const who = actorSentence(problem.actor, viewer, problem.message);
  const code = [problem.status, problem.remoteCode].filter(Boolean).join(' · ');
  return (
    <div className="problem-note" role="alert">
      <p className="problem-note-title">{problem.title}</p>
      <p>{problem.message}</p>
      {problem.detail ? (
        <p className="problem-note-detail">
          In detail{code ? ` (${code})` : ''}: {problem.detail}
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
