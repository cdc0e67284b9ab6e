import { useRef } from 'react';
import { openTab } from '../shared/platform';
import { ProblemNote } from '../shared/ProblemNote';
import { EmptyNote } from '../visuals/EmptyNote';
import { progressText } from '../visuals/reading-text';
import { useLazy } from '../visuals/use-lazy';
import { rowsOf } from '../visuals/view-window';
import type { ShownPart } from '../visuals/visual-props';
import type { SavedSettings } from './macro-config';
import type { PanelScreen, PanelSession } from './panel-session';
import { PanelFooter } from './PanelFooter';
import { PanelVisual } from './PanelVisual';
import { pinOf } from './session-step';
import { Skeleton } from './Skeleton';
import { StaleNote } from './StaleNote';
import type { VariablesBarProps } from './variables/VariablesBar';

interface PanelProps {
  panel: PanelScreen;
  /** Without a title of its own the panel's shows. */
  settings: SavedSettings;
  actions: PanelSession;
}

const loadVariablesBar = () => import('./variables/VariablesBar').then(({ VariablesBar }) => VariablesBar);

/** Opens an address in a new tab; nothing happens where the reader declines to leave the page. */
export function openLink(url: string): void {
  openTab(url).catch(() => undefined);
}

function Variables({ panel, settings, actions }: PanelProps) {
  const Bar = useLazy<VariablesBarProps>(panel.variables.length > 0, loadVariablesBar);
  if (!Bar) return null;
  return (
    <Bar
      variables={panel.variables}
      uses={settings.uses}
      values={panel.values}
      missing={panel.needed?.missing ?? []}
      loadEntries={actions.entries}
      onValues={actions.setValues}
    />
  );
}

/** Asks for what is missing, by its names. */
function InputNeeded({ panel, title }: { panel: PanelScreen; title: string }) {
  const missing = panel.needed?.missing ?? [];
  const labels = panel.variables.filter(({ key }) => missing.includes(key)).map(({ label }) => label);
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(labels);
  return (
    <div className="xd-card">
      <EmptyNote heading={title}>Fill in {names || 'the fields above'} to see the rows.</EmptyNote>
    </div>
  );
}

/** Of which rows of the reading the view is, where there are or will be more. */
function partOf(panel: PanelScreen): ShownPart | undefined {
  const { loaded, window } = panel;
  if (!loaded?.part) return undefined;
  const grows = loaded.askAgainMs !== undefined && !pinOf(panel, window).upTo;
  return { rows: rowsOf(loaded.view)?.totalRows ?? loaded.part.rows, grows };
}

function Shown({ panel, settings, actions, onMore }: PanelProps & { onMore: () => void }) {
  const { loaded, window, busy, progress, source, reader } = panel;
  if (!loaded) return null;
  return (
    <>
      <div className="xd-content" data-busy={busy !== 'no' || undefined}>
        <PanelVisual
          title={settings.title ?? loaded.title}
          view={loaded.view}
          window={window}
          onWindow={actions.show}
          source={source}
          part={partOf(panel)}
          readAt={loaded.age.fetchedAt}
          busy={busy !== 'no'}
          reader={reader}
          openLink={openLink}
        />
      </div>
      {progress && (
        <p className="xd-quiet" role="status">
          {progressText(progress, reader.locale)}
        </p>
      )}
      <PanelFooter
        loaded={loaded}
        reader={reader}
        busy={busy !== 'no'}
        isJustRead={panel.isJustRead === true}
        onMore={onMore}
        onRefresh={actions.refresh}
      />
    </>
  );
}

/** One panel: its rows with what there is to say about them, the problem instead, or the wait before. */
export function MacroPanel(props: PanelProps) {
  const { panel, settings, actions } = props;
  const box = useRef<HTMLElement>(null);
  const { loaded, window, busy, problem, needed, reader } = panel;
  const isWaiting = !loaded && busy !== 'no';
  /** The button that was pressed goes away. */
  const goingOn = (act: () => void) => (): void => {
    box.current?.focus();
    act();
  };
  const title = settings.title ?? loaded?.title ?? needed?.title ?? 'External Data';
  return (
    <section className="xd-panel" ref={box} tabIndex={-1} aria-label={title} aria-busy={isWaiting} data-room>
      <Variables {...props} />
      {problem && <ProblemNote problem={problem} viewer="reader" onRetry={goingOn(actions.retry)} />}
      {loaded?.age.staleReason && (
        <StaleNote reason={loaded.age.staleReason} fetchedAt={loaded.age.fetchedAt} reader={reader} />
      )}
      {isWaiting && (
        <Skeleton
          rows={window.count}
          isSlow={busy === 'pending'}
          progress={panel.progress && progressText(panel.progress, reader.locale)}
        />
      )}
      {needed && busy === 'no' && <InputNeeded panel={panel} title={title} />}
      <Shown {...props} onMore={goingOn(actions.showMore)} />
    </section>
  );
}
