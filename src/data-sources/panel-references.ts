import { allPanelReferencesPrefix, panelReferenceKey, panelReferencePrefix } from '../keys';
import type { Storage } from '../ports';
import { hasMembers } from '../unreadable-record';

/** A panel as its data source knows it, with the name it had when it was saved last. */
export interface PanelReference {
  panelId: string;
  name: string;
}

/** Notes the panel under its data source, or its new name. Written before the panel, so that no panel goes unnoticed. */
export async function addPanelReference(storage: Storage, dataSourceId: string, panel: PanelReference): Promise<void> {
  await storage.set(panelReferenceKey(dataSourceId, panel.panelId), { name: panel.name });
}

/** Forgets the panel. To be called after the panel itself is gone. */
export async function removePanelReference(storage: Storage, dataSourceId: string, panelId: string): Promise<void> {
  await storage.delete(panelReferenceKey(dataSourceId, panelId));
}

/** The panels that stand on the data source, by name; empty if there are none. */
export async function listPanelReferences(storage: Storage, dataSourceId: string): Promise<PanelReference[]> {
  const prefix = panelReferencePrefix(dataSourceId);
  const found = await storage.list<unknown>(prefix);
  return found
    .map(({ key, value }) => ({ panelId: key.slice(prefix.length), name: nameIn(value) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const nameIn = (reference: unknown): string =>
  hasMembers(reference, { name: 'string' })
    ? (reference as { name: string }).name
    : 'A panel whose name cannot be read';

/** How many panels stand on each data source, by its id; data sources without panels are absent. */
export async function countPanelReferences(storage: Storage): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { key } of await storage.list(allPanelReferencesPrefix)) {
    const dataSourceId = key.split(':')[1] ?? '';
    counts.set(dataSourceId, (counts.get(dataSourceId) ?? 0) + 1);
  }
  return counts;
}
