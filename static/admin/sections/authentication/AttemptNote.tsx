import Button from '@atlaskit/button/new';
import { ProblemNote } from '../../../shared/ProblemNote';
import { adminReader } from '../../fields/admin-reader';
import { timeWords } from '../../fields/measure-words';
import { countedProblem } from '../../form-model/counted-problem';
import { Notice } from '../../fields/Notice';
import type { Authenticating } from './useAuthenticate';

interface AttemptNoteProps {
  authenticating: Authenticating;
  /** Broken rules that are left of a form that was refused. */
  left: number;
  onRetry: () => void;
}

/** What the open sign-in waits for, or why it failed. */
export function AttemptNote({ authenticating, left, onRetry }: AttemptNoteProps) {
  const { attempt, openAgain, cancel } = authenticating;
  if (attempt.phase === 'failed') {
    const problem = countedProblem(attempt.problem, left);
    return problem ? <ProblemNote problem={problem} viewer="admin" onRetry={onRetry} /> : null;
  }
  if (attempt.phase !== 'waiting') return null;
  if (attempt.authorizeUrl === '') return <Notice look="information">Requesting a token…</Notice>;
  const actions = (
    <>
      <Button spacing="compact" onClick={() => void openAgain()}>
        Open the window again
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={cancel}>
        Cancel
      </Button>
    </>
  );
  if (!attempt.windowOpen) {
    return (
      <Notice look="warning" title="The sign-in window did not open" live actions={actions}>
        The browser blocked it, or opening it was declined. Allow pop-ups for this site, then open it again.
      </Notice>
    );
  }
  return (
    <Notice look="information" live actions={actions}>
      <p>Waiting for you to sign in in the other window…</p>
      <p>Closed it? Open it again. The sign-in can be finished until {timeWords(attempt.until, adminReader)}.</p>
    </Notice>
  );
}
