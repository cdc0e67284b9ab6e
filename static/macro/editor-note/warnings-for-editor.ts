import { callMacro } from '../../shared/call';
import { problemOf } from '../../shared/call-error';
import { viewContext } from '../../shared/platform';

const dayMs = 24 * 60 * 60 * 1000;

/** Storage may be refused or full: then the call is made each time. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/**
 * What the app tells editors of the page about the panel; empty for people who may not edit it. Whether they may is told by
 * Confluence alone, behind the call; those who were refused are not asked about again on that day.
 */
export async function warningsForEditor(panelId: string, now: () => number = Date.now): Promise<string[]> {
  const { accountId, cloudId, extension } = await viewContext();
  const { id } = (extension.content ?? {}) as { id?: unknown };
  const name = ['xd.reads', cloudId, accountId, String(id)].join('/');
  const today = String(Math.floor(now() / dayMs));
  if (attempt(() => localStorage.getItem(name)) === today) return [];
  try {
    return await callMacro('editorWarnings', { panelId });
  } catch (error) {
    if (problemOf(error).code === 'forbidden') attempt(() => localStorage.setItem(name, today));
    return [];
  }
}
