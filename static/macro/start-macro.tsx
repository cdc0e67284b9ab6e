import { createRoot } from 'react-dom/client';
import { callMacro } from '../shared/call';
import { problemOf } from '../shared/call-error';
import { enableTheme, onMacroConfigChange, reportReady, viewContext } from '../shared/platform';
import type { ViewContext } from '../shared/platform';
import { readerFrom } from '../visuals/reader';
import { macroConfigFrom } from './macro-config';
import type { MacroScreen } from './Macro';
import { Macro } from './Macro';
import type { PanelSession } from './panel-session';
import { openPanel } from './panel-session';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Draws the macro into an element, and again whenever its settings change. The panel's call leaves as soon as the
 * context is known; nothing waits for the theme.
 */
export function startMacro(element: HTMLElement): void {
  const root = createRoot(element);
  let session: PanelSession | undefined;
  let reported = false;

  const draw = (screen: MacroScreen): void => {
    root.render(<Macro screen={screen} />);
    if (screen.state === 'opening' || reported) return;
    if (screen.state === 'panel' && screen.panel.busy !== 'no') return;
    reported = true;
    reportReady().catch(() => undefined); // an export then takes the macro as it stands
  };

  const show = ({ locale, timezone, extension }: ViewContext): void => {
    const config = macroConfigFrom(extension);
    if (!config.panelId) return draw({ state: 'no-panel', isEditing: extension.isEditing === true });
    const reader = readerFrom(locale, timezone);
    session = openPanel(config.panelId, config, {
      load: (request) => callMacro('loadPanel', request),
      wait,
      changed: (panel) => draw({ state: 'panel', panel, reader, title: config.title, actions }),
    });
  };

  const open = (): void => {
    session?.close();
    session = undefined;
    draw({ state: 'opening' });
    viewContext().then(show, (error: unknown) => draw({ state: 'problem', problem: problemOf(error), onRetry: open }));
  };

  const actions: PanelSession = {
    show: (window) => session?.show(window),
    refresh: () => session?.refresh(),
    retry: () => session?.retry(),
    close: () => session?.close(),
  };

  enableTheme().catch(() => undefined); // the colours then are the light ones of our stylesheet
  onMacroConfigChange(open).catch(() => undefined); // the page then shows new settings after a reload
  open();
}
