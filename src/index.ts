export { admin } from './resolvers/admin';
export { macro } from './resolvers/macro';
export { oauthCallback } from './resolvers/callback';
export { fetchConsumer } from './resolvers/fetch-consumer';
export { upkeep } from './resolvers/upkeep';
export { preUninstall } from './resolvers/pre-uninstall';
