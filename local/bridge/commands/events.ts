import type { Commands, Surface } from '../surface';
import { fieldsOf } from './payload';

const PUBLIC = 'public';

function listen(channel: string, payload: unknown, { shell }: Surface): { unsubscribe: () => void } {
  const { event, callback } = fieldsOf(payload);
  if (typeof callback !== 'function') throw new Error('An event needs a callback.');
  return { unsubscribe: shell.events.on(channel, String(event), callback as (payload: unknown) => unknown) };
}

function emit(channel: string, payload: unknown, { shell }: Surface): void {
  const { event, payload: body } = fieldsOf(payload);
  shell.events.emit(channel, String(event), body);
}

/** The channel of events between the frames of the one app this host runs; the host's own events go there too. */
export const APP_CHANNEL = 'app';

/** Events between the frames of one page. */
export const eventCommands: Commands = {
  on: (payload, surface) => listen(APP_CHANNEL, payload, surface),
  emit: (payload, surface) => emit(APP_CHANNEL, payload, surface),
  onPublic: (payload, surface) => listen(PUBLIC, payload, surface),
  emitPublic: (payload, surface) => emit(PUBLIC, payload, surface),
  emitReadyEvent: (_payload, { place }) => place.ready(),
};
