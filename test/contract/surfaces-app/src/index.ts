import { i18n } from '@forge/api';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('context', ({ context }) => context);
resolver.define('words', async ({ payload }) => {
  const say = await i18n.createTranslationFunction(payload.locale);
  return [say('overview.title'), say('overview.lead'), say('missing')];
});
resolver.define('heard', async () => (await kvs.get('heard')) ?? []);

interface Shown {
  extension: { content: { id: string } };
}

/** What the byline says just now: who looks at which page. */
export const state = ({ extension }: Shown, { principal }: { principal: { accountId: string } }) => ({
  title: `State of ${extension.content.id} for ${principal.accountId}`,
});

/** Keeps every event that it is sent. */
export async function watch(event: Record<string, unknown>): Promise<void> {
  const heard = (await kvs.get<unknown[]>('heard')) ?? [];
  await kvs.set('heard', [...heard, event]);
}

export const calls = resolver.getDefinitions();
