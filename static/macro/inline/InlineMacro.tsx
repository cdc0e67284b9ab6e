import type { ConnectCard, LoadReply, ProblemReply } from '../../../src/shared/contract';
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
  | { state: 'connect'; card: ConnectCard }
  | { state: 'view'; loaded: Extract<LoadReply, { state: 'view' }>; column: string | undefined };

interface InlineMacroProps {
  screen: InlineScreen;
  reader: Reader;
  openLink: (url: string) => void;
}

/** A word in place of the value, with the whole story on hover and for screen readers. */
function Instead({ word, story, onRetry }: { word: string; story: string; onRetry?: () => void }) {
  const content = (
    <>
      {word}
      <span className="xd-hidden">: {story}</span>
    </>
  );
  if (!onRetry) {
    return (
      <span className="xd-instead" title={story}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className="xd-instead" title={`${story} Click to try again.`} onClick={onRetry}>
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
      return <Instead word="Connect" story={`Only your own account at ${screen.card.host} brings this value.`} />;
    case 'problem':
      return <Instead word={screen.problem.title} story={screen.problem.message} onRetry={screen.onRetry} />;
    case 'view': {
      const { view, age } = screen.loaded;
      const parts = inlineParts(view, screen.column);
      const since = age.staleReason ? `${age.staleReason} ` : '';
      return (
        <span title={`${since}As of ${exactTime(age.fetchedAt, reader)}`}>
          {parts.length === 0 ? '–' : parts.map((part, at) => <Part key={at} {...{ part, reader, openLink }} />)}
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
