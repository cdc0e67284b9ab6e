import { watchSize } from './frame-size';
import type { FrameTheme } from './theme';
import { loadStylesheet, markTheme } from './theme';
import type { Wire } from './wire';
import { createWire } from './wire';

/** The name of a frame that stands in a line of text. */
const inlineFrame = 'inline';

/**
 * The script that stands first in every document of the app: it defines `__bridge`, which `@forge/bridge` looks for
 * while it is being imported, and holds calls back until the host has handed over a port.
 */
function connect(hostOrigin: string): Promise<Wire> {
  return new Promise((resolve) => {
    const accept = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window.parent || event.origin !== hostOrigin || !port) return;
      window.removeEventListener('message', accept);
      resolve(createWire(port, handleHost));
    };
    window.addEventListener('message', accept);
    window.parent.postMessage({ t: 'hello' }, hostOrigin);
  });
}

async function applyTheme(theme: FrameTheme): Promise<void> {
  markTheme(document.documentElement, theme.colorMode);
  await loadStylesheet(document, theme.stylesheet);
}

function handleHost(cmd: string, payload: unknown): unknown {
  if (cmd === 'applyTheme') return applyTheme(payload as FrameTheme);
  throw new Error(`The frame knows no command "${cmd}".`);
}

function start(script: HTMLOrSVGScriptElement | null): void {
  const hostOrigin = script?.dataset.hostOrigin;
  if (!hostOrigin || window.parent === window) return;
  const wire = connect(hostOrigin);
  const callBridge = async (cmd: string, payload?: unknown): Promise<unknown> => (await wire).call(cmd, payload);
  Object.defineProperty(globalThis, '__bridge', {
    value: Object.freeze({ callBridge }),
    writable: false,
    configurable: false,
    enumerable: true,
  });
  const watch = (): void =>
    watchSize(window, window.name === inlineFrame, (size) => void callBridge('frameSize', size));
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', watch);
  else watch();
}

start(document.currentScript);
