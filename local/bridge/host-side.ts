import type { Wire } from './wire';
import { createWire } from './wire';

/** One served frame: commands to it, and the end of it. */
export interface FrameConnection {
  /** What the frame replies to a command of the host; rejects when no document is connected yet. */
  call(cmd: string, payload: unknown): Promise<unknown>;
  close(): void;
}

function isHello(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 't' in data && data.t === 'hello';
}

/**
 * Serves the bridge to one frame: each document that loads in it and says hello from `origin` gets a port of its own,
 * and the port of the document before it is closed. `onConnect` is told of each, before its first command.
 */
export function serveFrame(
  frame: HTMLIFrameElement,
  origin: string,
  handle: (cmd: string, payload: unknown) => unknown,
  onConnect: () => void = () => undefined,
): FrameConnection {
  let wire: Wire | undefined;
  const greet = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isHello(event.data)) return;
    wire?.close();
    const channel = new MessageChannel();
    wire = createWire(channel.port1, handle);
    onConnect();
    frame.contentWindow?.postMessage({ t: 'port' }, origin, [channel.port2]);
  };
  window.addEventListener('message', greet);
  return {
    call: (cmd, payload) => wire?.call(cmd, payload) ?? Promise.reject(new Error('The frame is not connected.')),
    close: () => {
      window.removeEventListener('message', greet);
      wire?.close();
    },
  };
}
