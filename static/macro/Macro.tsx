import { EmptyNote } from '../visuals/EmptyNote';
import type { ProblemReply } from '../../src/shared/contract';
import { ProblemNote } from '../shared/ProblemNote';
import type { LayoutKeeper } from '../visuals/table/table-layout';
import { DrawingGuard } from './DrawingGuard';
import type { SavedSettings } from './macro-config';
import { MacroPanel } from './MacroPanel';
import type { PanelScreen, PanelSession } from './panel-session';
import { usualRows } from './session-state';
import { Skeleton } from './Skeleton';

/** Everything the macro can show. */
export type MacroScreen =
  | { state: 'opening' }
  | { state: 'no-panel'; isEditing: boolean }
  | { state: 'problem'; problem: ProblemReply; onRetry: () => void }
  | { state: 'panel'; panel: PanelScreen; settings: SavedSettings; actions: PanelSession; keeper?: LayoutKeeper };

function NoPanel({ isEditing }: { isEditing: boolean }) {
  const where = isEditing
    ? 'Open the settings of this macro and pick a panel.'
    : 'Edit the page and open the macro’s settings to pick one.';
  return (
    <div className="xd-card">
      <EmptyNote heading="Pick a panel">
        This macro shows the data of a panel, but none has been picked yet. {where}
      </EmptyNote>
    </div>
  );
}

function Content({ screen }: { screen: Exclude<MacroScreen, { state: 'panel' }> }) {
  switch (screen.state) {
    case 'opening':
      return <Skeleton rows={usualRows} />;
    case 'no-panel':
      return <NoPanel isEditing={screen.isEditing} />;
    case 'problem':
      return <ProblemNote problem={screen.problem} viewer="reader" onRetry={screen.onRetry} />;
  }
}

/** The macro as a whole. */
export function Macro({ screen }: { screen: MacroScreen }) {
  return (
    <DrawingGuard>
      {screen.state === 'panel' ? (
        <MacroPanel {...screen} />
      ) : (
        <section className="xd-panel" aria-label="External Data">
          <Content screen={screen} />
        </section>
      )}
    </DrawingGuard>
  );
}
