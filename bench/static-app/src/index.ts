import Resolver from '@forge/resolver';

/** The macro calls nothing, but the platform wants a resolver. */
export const calls = new Resolver().getDefinitions();
