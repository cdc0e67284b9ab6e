import { useRef } from 'react';
import { openTab } from '../shared/platform';
import { ProblemNote } from '../shared/ProblemNote';
import type { Reader } from '../visuals/reader';
import { progressText } from '../visuals/reading-text';
import { Visual } from '../visuals/registry';
import type { PanelScreen, PanelSession } from './panel-session';
import { PanelFooter } from './PanelFooter';
import { Skeleton } from './Skeleton';
import { StaleNote } from './StaleNote';

interface PanelProps {
  panel: PanelScreen;
  reader: Reader;
  /** As the editor named it; without it the panel's own title shows. */
  title: string | undefined;
  actions: PanelSession;
}

function openLink(url: string): void {
  openTab(url).catch(() => undefined); // the reader declined to leave the page
}

/** One panel: its rows with what there is to say about them, the problem instead, or the wait before. */
export function Panel({ panel, reader, title, actions }: PanelProps) {
  const box = useRef<HTMLElement>(null);
  const { loaded, window, busy, problem } = panel;
  const progress = panel.progress && progressText(panel.progress, reader.locale);
  const retry = (): void => {
    box.current?.focus(); // the button goes away with the problem
    actions.retry();
  };
  const shownTitle = title ?? loaded?.title;
  return (
    <section
      className="xd-panel"
      ref={box}
      tabIndex={-1}
      aria-label={shownTitle ?? 'External Data'}
      aria-busy={!loaded && busy !== 'no'}
    >
      {problem && <ProblemNote problem={problem} viewer="reader" onRetry={retry} />}
      {loaded?.age.staleReason && (
        <StaleNote reason={loaded.age.staleReason} fetchedAt={loaded.age.fetchedAt} reader={reader} />
      )}
      {!loaded && busy !== 'no' && <Skeleton rows={window.count} isSlow={busy === 'pending'} progress={progress} />}
      {loaded && (
        <>
          <Visual
            title={shownTitle ?? loaded.title}
            view={loaded.view}
            window={window}
            onWindow={actions.show}
            busy={busy !== 'no'}
            reader={reader}
            openLink={openLink}
          />
          {progress && (
            <p className="xd-quiet" role="status">
              {progress}
            </p>
          )}
          <PanelFooter loaded={loaded} reader={reader} busy={busy !== 'no'} onRefresh={actions.refresh} />
        </>
      )}
    </section>
  );
}
