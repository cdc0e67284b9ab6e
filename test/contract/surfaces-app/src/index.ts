import { randomUUID } from 'node:crypto';
import { i18n } from '@forge/api';
import { kvs, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('context', ({ context }) => context);
resolver.define('words', async ({ payload }) => {
  const say = await i18n.createTranslationFunction(payload.locale);
  return [say('overview.title'), say('overview.lead'), say('missing')];
});
resolver.define('heard', async () => {
  const { results } = await kvs.query().where('key', WhereConditions.beginsWith('heard:')).limit(100).getMany();
  return results.map(({ value }) => value);
});

interface Shown {
  extension: { content: { id: string } };
}

/** What the byline says just now: who looks at which page. */
export const state = ({ extension }: Shown, { principal }: { principal: { accountId: string } }) => ({
  title: `State of ${extension.content.id} for ${principal.accountId}`,
});

/** Keeps every event that it is sent. */
export async function watch(event: Record<string, unknown>): Promise<void> {
  await kvs.set(`heard:${randomUUID()}`, event);
}

export const calls = resolver.getDefinitions();
