import type { ReactElement } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { handleCommand } from '../../bridge/commands';
import type { FrameConnection } from '../../bridge/host-side';
import { serveFrame } from '../../bridge/host-side';
import type { ViewPlace } from '../../bridge/surface';
import type { OpenViewReply } from '../../shared/api';
import { useHost } from '../host';
import { server } from '../server';

/** The attribute that Forge documents for frames of Custom UI: no pop-ups and no navigation of the page around it. */
const SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';
const FEATURES = 'camera; clipboard-write; display-capture; fullscreen; microphone';

export interface AppFrameProps {
  view: OpenViewReply;
  title: string;
  /** What the view may do to the place it stands in. */
  place: Omit<ViewPlace, 'enableTheming'>;
  className?: string;
  height?: number | string;
  /** Of a frame that stands in a line of text, in pixels. */
  inlineWidth?: number;
}

/** The sandboxed frame of one view, with the bridge served to it. A native view's frame is `hidden`: it only computes. */
export function AppFrame({ view, title, place, className, height, inlineWidth }: AppFrameProps): ReactElement {
  const { shell, colorMode } = useHost();
  const frame = useRef<HTMLIFrameElement>(null);
  const connection = useRef<FrameConnection | null>(null);
  const isThemed = useRef(false);
  const now = useRef({ shell, place });
  now.current = { shell, place };

  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const api = apiOf(view.viewId);
    const enableTheming = async (): Promise<void> => {
      isThemed.current = true;
      await connection.current?.call('applyTheme', now.current.shell.theme());
    };
    const reply = (cmd: string, payload: unknown): unknown => {
      const { shell: liveShell, place: livePlace } = now.current;
      return handleCommand(cmd, payload, { view, api, shell: liveShell, place: { ...livePlace, enableTheming } });
    };
    const forget = (): void => {
      isThemed.current = false;
    };
    connection.current = serveFrame(frame.current, view.frameOrigin, reply, forget);
    return () => connection.current?.close();
  }, [view]);

  useEffect(() => {
    if (isThemed.current) void connection.current?.call('applyTheme', now.current.shell.theme());
  }, [colorMode]);

  return (
    <iframe
      ref={frame}
      className={className}
      title={title}
      name={inlineWidth === undefined ? undefined : 'inline'}
      src={view.frameUrl}
      sandbox={SANDBOX}
      allow={FEATURES}
      style={{ height, width: inlineWidth }}
      {...(view.render === 'native' ? { 'aria-hidden': true, tabIndex: -1 } : {})}
    />
  );
}

function apiOf(viewId: string) {
  return {
    invoke: (functionKey: string, payload: unknown) => server.invoke({ viewId, functionKey, payload }),
    product: (request: Omit<Parameters<typeof server.product>[0], 'viewId'>) => server.product({ viewId, ...request }),
    permission: (request: Omit<Parameters<typeof server.permission>[0], 'viewId'>) =>
      server.permission({ viewId, ...request }),
  };
}
