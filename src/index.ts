type Handler = (...given: never[]) => Promise<unknown>;

/** The functions that the manifest names. */
export const admin = loadedOnCall(async () => (await import('./resolvers/admin')).admin);
export const macro = loadedOnCall(async () => (await import('./resolvers/macro')).macro);
export const connections = loadedOnCall(async () => (await import('./resolvers/connections')).connections);
export const oauthCallback = loadedOnCall(async () => (await import('./resolvers/callback')).oauthCallback);
export const fetchConsumer = loadedOnCall(async () => (await import('./resolvers/fetch-consumer')).fetchConsumer);
export const ownAccountConsumer = loadedOnCall(
  async () => (await import('./resolvers/own-account-consumer')).ownAccountConsumer,
);
export const upkeep = loadedOnCall(async () => (await import('./resolvers/upkeep')).upkeep);
export const preUninstall = loadedOnCall(async () => (await import('./resolvers/pre-uninstall')).preUninstall);
export const exportMacro = loadedOnCall(async () => (await import('./resolvers/export')).exportMacro);
export const exportValue = loadedOnCall(async () => (await import('./resolvers/export')).exportValue);

/** The function that `load` brings, loaded with the first call: a cold start waits for no other function's code. */
function loadedOnCall<Loaded extends Handler>(load: () => Promise<Loaded>) {
  return async (...given: Parameters<Loaded>): Promise<unknown> => (await load())(...given);
}
