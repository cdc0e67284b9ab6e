import Resolver from '@forge/resolver';

const resolver = new Resolver();

resolver.define('greet', ({ payload, context }) => `${payload.greeting} from ${context.accountId}`);

export const calls = resolver.getDefinitions();
