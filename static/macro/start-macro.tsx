import type { RowWindow } from '../../src/shared/contract';
import { callMacro } from '../shared/call';
import { problemOf } from '../shared/call-error';
import { seen } from '../shared/seen';
import { enableTheme, onMacroConfigChange, reportReady, viewContext } from '../shared/platform';
import type { ViewContext } from '../shared/platform';
import { linkPrefix } from '../../src/shared/link-values';
import { readerFrom } from '../../src/shared/reader';
import type { KeptView, ViewKeeper } from './kept-view';
import { keepWindow, viewKeeper } from './kept-view';
import { macroConfigFrom } from './macro-config';
import type { MacroScreen } from './Macro';
import { Macro } from './Macro';
import type { PanelScreen, PanelSession } from './panel-session';
import { openPanelSession } from './panel-session';
import type { SessionStart } from './session-state';
import { pageAddress, toldAddress } from './page-address';
import { usualRows } from './session-state';
import { openStage } from './stage';

/** Module of the manifest that shows one value in a sentence. */
const inlineModule = 'external-data-value';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const loadLink = () => import('./shared-link');

/** What the page's address says of the rows; where it has no word of ours, the order that the reader left them in. */
async function startOf(address: string | undefined, localId: string, { sorts }: KeptView): Promise<SessionStart> {
  if (!address?.includes(linkPrefix)) return sorts ? { window: { sorts } } : {};
  const { readSharedLink } = await loadLink();
  return readSharedLink(address, localId);
}

/**
 * Draws the macro into an element, and again whenever its settings change. The panel's call leaves as soon as the
 * context is known; nothing waits for the theme. Before that nothing is drawn, for the context tells whether a table or a
 * word of a sentence is awaited.
 */
export function startMacro(element: HTMLElement): void {
  const stage = openStage(element);
  let session: PanelSession | undefined;
  let opening = 0;
  let isInline = false;
  let reported = false;

  const ready = (): void => {
    if (reported) return;
    reported = true;
    reportReady().catch(() => undefined); // an export then takes the macro as it stands
  };

  const draw = (screen: MacroScreen): void => {
    stage(<Macro screen={screen} />);
    if (screen.state === 'opening') return;
    if (screen.state !== 'panel' || screen.panel.busy === 'no' || screen.panel.loaded) ready();
  };

  const showPanel = (context: ViewContext, start: SessionStart, keeper: ViewKeeper): void => {
    const { locale, timezone, extension, localId } = context;
    const settings = macroConfigFrom(extension);
    if (!settings.panelId) return draw({ state: 'no-panel', isEditing: extension.isEditing === true });
    const reader = readerFrom(locale, timezone);
    const address = toldAddress(context) ?? pageAddress(context);
    const { kept, keep } = keeper;
    const drawPanel = (panel: PanelScreen): void => {
      const usualCount = settings.rowsPerPage ?? panel.loaded?.rowsPerPage ?? usualRows;
      const showRows = (window: RowWindow): void => {
        keepWindow(keeper, panel.window, window, usualCount);
        actions.show(window);
      };
      draw({
        state: 'panel',
        panel,
        settings,
        actions: { ...actions, show: showRows },
        keeper: { layout: kept.layout ?? {}, keep: (layout) => keep({ layout }), usualCount },
      });
    };
    session = openPanelSession(
      settings.panelId,
      { ...settings, rowsPerPage: kept.count ?? settings.rowsPerPage },
      {
        load: (request) => callMacro('loadPanel', request),
        columnValues: (request) => callMacro('columnValues', request),
        variableEntries: (request) => callMacro('variableEntries', request),
        wait,
        seen,
        reader: () => ({ ...reader, now: Date.now() }),
        changed: drawPanel,
        linkTo:
          address === undefined
            ? undefined
            : async (values, window) => (await loadLink()).linkTo(address, localId, values, window),
      },
      start,
    );
  };

  const show = async (context: ViewContext, mine: number): Promise<void> => {
    isInline = context.moduleKey === inlineModule;
    document.documentElement.classList.add(isInline ? 'xd-in-sentence' : 'xd-block');
    if (isInline) {
      const { showInline } = await import('./inline/show-inline');
      if (mine === opening) showInline(stage, context, ready);
      return;
    }
    if (context.extension.modal !== undefined) {
      document.documentElement.classList.add('xd-in-modal');
      const { showInModal } = await import('./show-in-modal');
      return showInModal(stage, context);
    }
    draw({ state: 'opening' });
    const keeper = viewKeeper(context, macroConfigFrom(context.extension).panelId ?? '');
    const start = await startOf(toldAddress(context), context.localId, keeper.kept);
    if (mine === opening) showPanel(context, start, keeper);
  };

  const open = (): void => {
    opening += 1;
    const mine = opening;
    session?.close();
    session = undefined;
    viewContext()
      .then((context) => show(context, mine))
      .catch((error: unknown) => draw({ state: 'problem', problem: problemOf(error), onRetry: open }));
  };

  const actions: PanelSession = {
    show: (window) => session?.show(window),
    setValues: (values) => session?.setValues(values),
    entries: async (key, text) => (await session?.entries(key, text)) ?? { entries: [], cut: false },
    touch: () => session?.touch(),
    showMore: () => session?.showMore(),
    refresh: () => session?.refresh(),
    retry: () => session?.retry(),
    close: () => session?.close(),
  };

  for (const act of ['pointerdown', 'keydown', 'wheel']) addEventListener(act, actions.touch, { passive: true });
  enableTheme().catch(() => undefined); // the colors then are the light ones of our stylesheet
  onMacroConfigChange(open).catch(() => undefined); // the page then shows new settings after a reload
  open();
}
