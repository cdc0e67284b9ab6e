import { kvs } from '@forge/kvs';
import type { Secrets } from '../ports';
import { lifetime } from './storage';

/** The site's secret records. */
export const platformSecrets: Secrets = {
  get: <T>(key: string) => kvs.getSecret<T>(key),
  set: (key, value, options) => kvs.setSecret(key, value, lifetime(options)),
  delete: (key) => kvs.deleteSecret(key),
};
