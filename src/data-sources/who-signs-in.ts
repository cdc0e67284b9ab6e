import type { DataSourceSettings, WhoSignsIn } from '../shared/contract';

/** With whose account rows are read; `one-account` where nothing else is set, and where nobody signs in. */
export function whoSignsIn({ authentication }: Pick<DataSourceSettings, 'authentication'>): WhoSignsIn {
  return (authentication.type === 'oauth2' && authentication.whoSignsIn) || 'one-account';
}
