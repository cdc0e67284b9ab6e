import type { LoadReply, ProblemReply } from '../../../src/shared/contract';
import { exactTime } from '../../visuals/age-text';
import { CellContent } from '../../visuals/cells/CellContent';
import type { Reader } from '../../../src/shared/reader';
import type { InlineValue } from './inline-value';
import { inlineParts } from './inline-value';

/** What stands in the sentence. */
export type InlineScreen =
  | { state: 'loading' }
  | { state: 'no-panel' }
  | { state: 'problem'; problem: ProblemReply; onRetry: () => void }
  | { state: 'input-needed'; labels: string[] }
  | { state: 'connect'; host: string; onConnect: () => void }
  | {
      state: 'view';
      loaded: Extract<LoadReply, { state: 'view' }>;
      column: string | undefined;
      /** Set where the value is not the reader's own, but could be. */
      onConnect?: () => void;
    };

interface InlineMacroProps {
  screen: InlineScreen;
  reader: Reader;
  openLink: (url: string) => void;
}

interface InsteadProps {
  word: string;
  story: string;
  /** What a click does, a sentence. */
  hint?: string;
  onClick?: () => void;
}

/** A word in place of the value, with the whole story on hover and for screen readers. */
function Instead({ word, story, hint, onClick }: InsteadProps) {
  const content = (
    <>
      {word}
      <span className="xd-hidden">: {story}</span>
    </>
  );
  if (!onClick) {
    return (
      <span className="xd-instead" title={story}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className="xd-instead" title={`${story} ${hint}`} onClick={onClick}>
      {content}
    </button>
  );
}

function Part({ part, ...props }: { part: InlineValue | { text: string } } & Omit<InlineMacroProps, 'screen'>) {
  if ('text' in part) return <>{part.text}</>;
  if (part.value === null) return <>–</>;
  return (
    <>
      <CellContent value={part.value} column={part.column} {...props} />
      {part.unit && ` ${part.unit}`}
    </>
  );
}

function Content({ screen, reader, openLink }: InlineMacroProps) {
  switch (screen.state) {
    case 'loading':
      return (
        <span className="xd-inline-bone" role="status">
          <span className="xd-hidden">Loading</span>
        </span>
      );
    case 'no-panel':
      return <Instead word="No panel" story="No panel has been picked in the settings of this macro." />;
    case 'input-needed':
      return (
        <Instead word="No value" story={`The settings of this macro have no value for ${screen.labels.join(', ')}.`} />
      );
    case 'connect':
      return (
        <Instead
          word="Connect"
          story={`This value comes with your own account at ${screen.host}.`}
          hint="Click to connect it."
          onClick={screen.onConnect}
        />
      );
    case 'problem':
      return (
        <Instead
          word={screen.problem.title}
          story={screen.problem.message}
          hint="Click to try again."
          onClick={screen.onRetry}
        />
      );
    case 'view': {
      const { view, age } = screen.loaded;
      const parts = inlineParts(view, screen.column);
      const since = age.staleReason ? `${age.staleReason} ` : '';
      return (
        <span title={`${since}As of ${exactTime(age.fetchedAt, reader)}`}>
          {parts.length === 0 ? '–' : parts.map((part, at) => <Part key={at} {...{ part, reader, openLink }} />)}
          {screen.onConnect && (
            <>
              {' '}
              <Instead
                word="(shared view)"
                story="Connect your account to see your own value."
                hint="Click to connect it."
                onClick={screen.onConnect}
              />
            </>
          )}
        </span>
      );
    }
  }
}

/** One value in a sentence. */
export function InlineMacro(props: InlineMacroProps) {
  return (
    <span className="xd-inline">
      <Content {...props} />
    </span>
  );
}
