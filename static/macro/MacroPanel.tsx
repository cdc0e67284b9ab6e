import { useId, useRef } from 'react';
import { openTab } from '../shared/platform';
import { ProblemNote } from '../shared/ProblemNote';
import { progressText } from '../visuals/reading-text';
import { InForce } from '../visuals/chips/InForce';
import type { LayoutKeeper } from '../visuals/table/table-layout';
import { useLazy } from '../visuals/use-lazy';
import { rowsOf } from '../visuals/view-window';
import type { OpenedRows, ShownPart } from '../visuals/visual-props';
import type { SavedSettings } from './macro-config';
import type { PanelScreen, PanelSession } from './panel-session';
import { PanelFacts } from './PanelFacts';
import { PanelVisual } from './PanelVisual';
import { pinOf } from './session-step';
import { Skeleton } from './Skeleton';
import type { OwnAccountProps } from './connect/OwnAccount';
import type { EditorNoteProps } from './editor-note/EditorNote';
import type { VariablesBarProps } from './variables/VariablesBar';

interface PanelProps {
  panel: PanelScreen;
  /** Without a title of its own the panel's shows. */
  settings: SavedSettings;
  actions: PanelSession;
  keeper?: LayoutKeeper;
}

const loadEditorNote = () => import('./editor-note/EditorNote').then(({ EditorNote }) => EditorNote);
const loadVariablesBar = () => import('./variables/VariablesBar').then(({ VariablesBar }) => VariablesBar);

const loadOwnAccount = () => import('./connect/OwnAccount').then(({ OwnAccount }) => OwnAccount);

/** Opens an address in a new tab; nothing happens where the reader declines to leave the page. */
export function openLink(url: string): void {
  openTab(url).catch(() => undefined);
}

/** Shows a row in a dialog; nothing happens where its code does not come. */
function openRow(opened: OpenedRows): void {
  import('./row-card/open-row-card').then(
    ({ openRowCard }) => openRowCard(opened),
    () => undefined,
  );
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
      isNeeded={panel.needed !== undefined && panel.busy === 'no'}
      loadEntries={actions.entries}
      onValues={actions.setValues}
    />
  );
}

/** Whose rows they are, where that depends on who looks. */
function OwnAccount({ panel, panelId, onChanged }: OwnAccountProps) {
  const { connect, loaded } = panel;
  const isWanted = (connect ?? loaded?.own ?? loaded?.sharedView) !== undefined;
  const Account = useLazy<OwnAccountProps>(isWanted, loadOwnAccount);
  return isWanted && Account ? <Account {...{ panel, panelId, onChanged }} /> : null;
}

/** What concerns those who edit the page, where there is something. */
function ForEditors({ panel, settings: { panelId = '' } }: PanelProps) {
  const isWanted = panel.loaded?.warned === true;
  const Note = useLazy<EditorNoteProps>(isWanted, loadEditorNote);
  return isWanted && Note && <Note panelId={panelId} />;
}

/** Of which rows of the reading the view is, where there are or will be more. */
function partOf(panel: PanelScreen): ShownPart | undefined {
  const { loaded, window } = panel;
  if (!loaded?.part) return undefined;
  const grows = loaded.askAgainMs !== undefined && !pinOf(panel, window).upTo;
  return { rows: rowsOf(loaded.view)?.totalRows ?? loaded.part.rows, grows };
}

function Shown({ panel, settings, actions, keeper, titleId }: PanelProps & { titleId: string }) {
  const { loaded, window, busy, progress, source, reader, variables, values } = panel;
  if (!loaded) return null;
  const chosen = { variables, values, onValues: actions.setValues };
  return (
    <>
      <div className="xd-content" data-busy={busy !== 'no' || undefined}>
        {!rowsOf(loaded.view) && (
          <InForce
            {...{ window, chosen }}
            columns={[]}
            format={String}
            locale={reader.locale}
            onChange={() => undefined}
          />
        )}
        <PanelVisual
          title={settings.title ?? loaded.title}
          {...{ titleId, keeper, openRow }}
          chosen={chosen}
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
    if (document.hasFocus()) box.current?.focus();
    act();
  };
  const title =
    settings.title ?? loaded?.title ?? needed?.title ?? panel.connect?.title ?? (problem && settings.panelName);
  const titleId = useId();
  return (
    <section
      className="xd-panel"
      ref={box}
      tabIndex={-1}
      aria-label={title ?? 'External Data'}
      aria-busy={isWaiting}
      data-room
    >
      <header className="xd-top">
        <h2 className="xd-title" id={titleId}>
          {title}
        </h2>
        {loaded && (
          <PanelFacts
            loaded={loaded}
            reader={reader}
            busy={busy !== 'no'}
            isJustRead={panel.isJustRead === true}
            hasFailed={problem !== undefined}
            onMore={goingOn(actions.showMore)}
            onRefresh={actions.refresh}
          />
        )}
      </header>
      <ForEditors {...props} />
      <OwnAccount panel={panel} panelId={settings.panelId!} onChanged={goingOn(actions.retry)} />
      <Variables {...props} />
      {problem && <ProblemNote problem={problem} viewer="reader" onRetry={goingOn(actions.retry)} />}
      {isWaiting && (
        <Skeleton
          rows={window.count}
          isSlow={busy === 'pending'}
          progress={panel.progress && progressText(panel.progress, reader.locale)}
        />
      )}
      <Shown {...props} titleId={titleId} />
    </section>
  );
}
