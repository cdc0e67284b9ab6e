/** What every app's functions import, whatever they do. */
export * as api from '@forge/api';
export * as kvs from '@forge/kvs';
export { default as Resolver } from '@forge/resolver';
