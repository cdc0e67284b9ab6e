import { isId } from '../../ids';
import { successorKey, successorPrefix } from '../../keys';
import type { EntityStorage, Storage } from '../../ports';
import { hasMembers } from '../../unreadable-record';
import type { Panel } from './panel';
import { missingPanel, readablePanel } from './panel-store';

/** Stands where a panel was deleted in favor of another one: that panel's id. */
interface Successor {
  schema: number;
  panelId: string;
}

const schema = 1;

/** More are only met where several panels are being replaced at this moment. */
const mostSteps = 10;

interface SuccessorPorts {
  panels: Pick<EntityStorage<Panel>, 'get'>;
  storage: Storage;
}

/**
 * The stored panel of that id, or the one that has taken its place. A panel that is there costs one read, and wins over
 * whatever is noted under its id.
 * @throws Problem `not-found`, `record-newer`, `record-unreadable`
 */
export async function panelOrSuccessor(id: string, { panels, storage }: SuccessorPorts): Promise<Panel> {
  let wanted: string | undefined = id;
  for (let step = 0; wanted !== undefined && isId(wanted) && step <= mostSteps; step += 1) {
    const panel = await panels.get(wanted);
    if (panel) return readablePanel(panel);
    wanted = panelIdIn(await storage.get(successorKey(wanted)));
  }
  throw missingPanel();
}

/** Notes which panel is shown in place of another one from the moment that this is gone; none where there is none. */
export async function noteSuccessor(id: string, successorId: string | undefined, storage: Storage): Promise<void> {
  if (successorId === undefined) await storage.delete(successorKey(id));
  else await storage.set(successorKey(id), { schema, panelId: successorId } satisfies Successor);
}

/** Lets what the panel had taken the place of go to its own successor at once, so that no chain grows. */
export async function passOnSuccession(id: string, successorId: string | undefined, storage: Storage): Promise<void> {
  for (const { key, value } of await storage.list<unknown>(successorPrefix)) {
    if (panelIdIn(value) === id) await noteSuccessor(key.slice(successorPrefix.length), successorId, storage);
  }
}

function panelIdIn(record: unknown): string | undefined {
  return hasMembers(record, { schema: 'number', panelId: 'string' }) ? (record as Successor).panelId : undefined;
}
