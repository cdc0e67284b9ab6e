import type { DataSourceSettings } from '../../../../src/shared/contract';
import type { DataSourceValues } from './data-source-values';
import { fromSettings } from './data-source-values';

/**
 * What a new data source begins with that is to be like another one. Secrets never come to the browser, so none can be in it;
 * nor is the day on which one of them ends.
 */
export function copyOfSource(settings: DataSourceSettings, name: string): DataSourceValues {
  return { ...fromSettings(settings), name, secretExpiresOn: '' };
}
