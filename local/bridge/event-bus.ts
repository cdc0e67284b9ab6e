type Listener = (payload: unknown) => unknown;

/** Events between the frames of one page of the shell, by channel (an app's own, or the public one) and name. */
export interface EventBus {
  on(channel: string, event: string, listener: Listener): () => void;
  emit(channel: string, event: string, payload: unknown): void;
}

/** An empty bus; `on` returns the function that takes the listener off again. */
export function createEventBus(): EventBus {
  const listeners = new Map<string, Set<Listener>>();
  const slot = (channel: string, event: string): Set<Listener> => {
    const key = JSON.stringify([channel, event]);
    const found = listeners.get(key) ?? new Set<Listener>();
    listeners.set(key, found);
    return found;
  };
  return {
    on: (channel, event, listener) => {
      slot(channel, event).add(listener);
      return () => void slot(channel, event).delete(listener);
    },
    emit: (channel, event, payload) => {
      for (const listener of [...slot(channel, event)]) void Promise.resolve(listener(payload)).catch(() => undefined);
    },
  };
}
