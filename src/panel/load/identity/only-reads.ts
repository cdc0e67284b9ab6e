import type { DataSourceSettings, PanelRequest } from '../../../shared/contract';

/**
 * Why no reader's own account may send the request, in a sentence; `undefined` where it may. Readers' rights are for reading:
 * an admin must not act through them, so a POST is sent only where it is said to change nothing, and to no other address.
 */
export function refusalToSend(
  { request }: Pick<DataSourceSettings, 'request'>,
  ofPanel: Pick<PanelRequest, 'path'> | undefined,
): string | undefined {
  if (request.method !== 'POST') return undefined;
  if (request.onlyReads !== true)
    return 'Nobody has said yet that this POST only reads, so no reader’s account sends it.';
  if ((ofPanel?.path ?? '') === '') return undefined;
  return 'A POST that readers send with accounts of their own goes to the URL of the data source alone.';
}
