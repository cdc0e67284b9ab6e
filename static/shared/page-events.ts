import { events } from '@forge/bridge';

/** Events between the views of the app on one page. What arrives is input: another view may be older than this one. */
export interface PageEvents {
  /** Resolves with a function that ends the listening. */
  on(name: string, listener: (payload: unknown) => void): Promise<() => void>;
  emit(name: string, payload: object): Promise<void>;
}

/** The events of the platform; where it refuses them, nothing is heard. */
export const pageEvents: PageEvents = {
  on: async (name, listener) => {
    const { unsubscribe } = await events.on(name, listener);
    return unsubscribe;
  },
  emit: async (name, payload) => void (await events.emit(name, payload)),
};
