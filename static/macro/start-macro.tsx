import { callMacro } from '../shared/call';
import { problemOf } from '../shared/call-error';
import { enableTheme, onMacroConfigChange, reportReady, viewContext } from '../shared/platform';
import type { ViewContext } from '../shared/platform';
import { readerFrom } from '../../src/shared/reader';
import { macroConfigFrom } from './macro-config';
import type { MacroScreen } from './Macro';
import { Macro } from './Macro';
import type { PanelSession } from './panel-session';
import { openPanelSession } from './panel-session';
import type { SessionStart } from './session-state';
import { pageAddress, toldAddress } from './page-address';
import { openStage } from './stage';

/** Module of the manifest that shows one value in a sentence. */
const inlineModule = 'external-data-value';
/** All that a link to a view puts into the page's address begins so. */
const linkPrefix = 'xd.';

/** Nobody looks at a page in a tab behind others. */
const seen = async (): Promise<void> => {
  if (!document.hidden) return;
  await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const loadLink = () => import('./shared-link');

/** What the page's address says of the rows; nothing where it has no word of ours, or the platform does not tell it. */
async function startOf(address: string | undefined, localId: string): Promise<SessionStart> {
  if (!address?.includes(linkPrefix)) return {};
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

  const showPanel = (context: ViewContext, start: SessionStart): void => {
    const { locale, timezone, extension, localId } = context;
    const settings = macroConfigFrom(extension);
    if (!settings.panelId) return draw({ state: 'no-panel', isEditing: extension.isEditing === true });
    const reader = readerFrom(locale, timezone);
    const address = toldAddress(context) ?? pageAddress(context);
    session = openPanelSession(
      settings.panelId,
      settings,
      {
        load: (request) => callMacro('loadPanel', request),
        columnValues: (request) => callMacro('columnValues', request),
        variableEntries: (request) => callMacro('variableEntries', request),
        wait,
        seen,
        reader: () => ({ ...reader, now: Date.now() }),
        changed: (panel) => draw({ state: 'panel', panel, settings, actions }),
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
    draw({ state: 'opening' });
    const start = await startOf(toldAddress(context), context.localId);
    if (mine === opening) showPanel(context, start);
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
