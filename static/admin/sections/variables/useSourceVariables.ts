import type { RequestVariable } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';

/** The variables of the data source; empty while they are not known, and where there is none. */
export function useSourceVariables(dataSourceId: string): RequestVariable[] {
  const { call } = useCall(dataSourceId, async () => {
    if (dataSourceId === '') return [];
    return (await callAdmin('getDataSource', { id: dataSourceId })).settings.variables;
  });
  return call.state === 'value' ? call.value : [];
}
