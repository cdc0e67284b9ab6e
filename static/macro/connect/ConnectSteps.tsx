import { ProblemNote } from '../../shared/ProblemNote';
import type { ConnectAttempt } from './connect-attempt';
import type { ReadersAttempt } from './use-attempt';

const sentences: Readonly<Record<Exclude<ConnectAttempt['state'], 'idle' | 'ready' | 'failed'>, string>> = {
  preparing: 'Preparing the sign-in…',
  waiting: 'Sign in in the tab that opened, and confirm the account there. The rows then come by themselves.',
  expired: 'The sign-in was not finished within ten minutes, so nothing was connected.',
};

const whyReady = {
  slow: 'The sign-in is ready.',
  'not-opened': 'No tab opened. Allow pop-ups for this site if your browser blocks them.',
} as const;

function sentenceOf(attempt: ConnectAttempt): string {
  if (attempt.state === 'idle' || attempt.state === 'failed') return '';
  return attempt.state === 'ready' ? whyReady[attempt.because] : sentences[attempt.state];
}

interface ConnectStepsProps extends ReadersAttempt {
  /** Of the button that begins. */
  label: string;
  /** True where the button is not what the reader is here for. */
  isQuiet?: boolean;
  onBegin?: () => void;
}

/** The button that begins, and how it goes on: the attempt in a sentence, with the next thing to click. */
export function ConnectSteps({ attempt, control, label, isQuiet = false, onBegin }: ConnectStepsProps) {
  const begin = (): void => {
    if (attempt.state === 'preparing') return;
    onBegin?.();
    control.begin();
  };
  const isAgain = attempt.state === 'waiting' || attempt.state === 'expired';
  return (
    <div className="xd-connect-steps">
      {attempt.state === 'failed' && <ProblemNote problem={{ ...attempt.problem, actor: 'reader' }} viewer="reader" />}
      <p role="status" className="xd-connect-told">
        {sentenceOf(attempt)}
      </p>
      {attempt.state === 'ready' ? (
        <button type="button" className="own-primary" onClick={control.open}>
          Open the sign-in
        </button>
      ) : (
        <button
          type="button"
          className={isQuiet || attempt.state === 'waiting' ? 'own-secondary' : 'own-primary'}
          aria-disabled={attempt.state === 'preparing'}
          onClick={begin}
        >
          {isAgain ? 'Start again' : label}
        </button>
      )}
    </div>
  );
}
