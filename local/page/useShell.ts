import { useEffect, useMemo, useRef } from 'react';
import { APP_CHANNEL } from '../bridge/commands/events';
import type { EventBus } from '../bridge/event-bus';
import { createEventBus } from '../bridge/event-bus';
import type { ConsentRequest, Shell } from '../bridge/surface';
import type { HostState } from '../shared/api';
import { routeOf } from './app-routes';
import { pathOf } from './route';
import type { ColorMode } from './useColorMode';
import type { Flags } from './useFlags';

function pathOfPage(state: HostState, pageId: string, edit: boolean): string | undefined {
  const page = state.pages.find((one) => one.id === pageId);
  const space = state.spaces.find((one) => one.id === page?.spaceId);
  return page && space && pathOf({ at: edit ? 'edit' : 'page', spaceKey: space.key, pageId });
}

function pathOfModule(state: HostState, moduleKey: string, spaceKey: string | undefined): string | undefined {
  const module = state.modules.find((one) => one.key === moduleKey);
  const route = module && routeOf(state, module, spaceKey);
  return route ? pathOf(route) : undefined;
}

/** Tells the app's frames, as Confluence does, when the color mode changes. */
function useThemeEvents(events: EventBus, colorMode: ColorMode): void {
  const last = useRef(colorMode);
  useEffect(() => {
    if (last.current === colorMode) return;
    last.current = colorMode;
    events.emit(APP_CHANNEL, 'FORGE_CORE_THEME_CHANGED', { theme: { colorMode } });
  }, [events, colorMode]);
}

interface ShellParts {
  state: HostState | null;
  colorMode: ColorMode;
  flags: Flags;
  go(path: string): void;
  requestConsent(request: ConsentRequest): Promise<boolean>;
}

/** The shell as bridge commands see it, or null until the host's state has come. */
export function useShell({ state, colorMode, flags, go, requestConsent }: ShellParts): Shell | null {
  const events = useMemo(createEventBus, []);
  useThemeEvents(events, colorMode);
  return useMemo(
    () =>
      state && {
        siteUrl: window.location.origin,
        undocumentedLocation: state.undocumentedLocation,
        mayConsent: state.user.role === 'admin',
        theme: () => ({ colorMode, stylesheet: '/__host/tokens.css' }),
        location: () => window.location.href,
        go,
        reload: () => window.location.reload(),
        pathOfPage: (pageId, edit) => pathOfPage(state, pageId, edit),
        pathOfModule: (moduleKey, spaceKey) => pathOfModule(state, moduleKey, spaceKey),
        pathOfSpace: (spaceKey) => pathOf({ at: 'space', spaceKey }),
        showFlag: flags.show,
        closeFlag: flags.close,
        requestConsent,
        setTitle: (title) => {
          document.title = title;
        },
        events,
      },
    [state, colorMode, flags.show, flags.close, go, requestConsent, events],
  );
}
