import { completeAuthentication } from '../authentication/registry';
import type { DataSourceSettings, ReadLimits, RequestBody, ResponseSettings } from '../shared/contract';
import { usualReadLimits } from '../shared/limits';

/** What holds where a form or a stored record says nothing. */

export const noBody: RequestBody = { kind: 'none' };

export const defaultResponse: ResponseSettings = { format: 'auto', errorSelector: '' };

export const defaultLimits: ReadLimits = usualReadLimits;

/** Members that came later than the first records. */
type Later = 'variables' | 'response' | 'limits';
type StoredSettings = Omit<DataSourceSettings, Later> & Partial<Pick<DataSourceSettings, Later>>;

/** The settings of a stored record, with the default of every member that did not exist when it was written. */
export function completeSettings(stored: StoredSettings): DataSourceSettings {
  return {
    ...stored,
    request: { ...{ headers: [], body: noBody }, ...stored.request },
    authentication: completeAuthentication(stored.authentication),
    variables: stored.variables ?? [],
    response: { ...defaultResponse, ...stored.response },
    limits: { ...defaultLimits, ...stored.limits },
  };
}
