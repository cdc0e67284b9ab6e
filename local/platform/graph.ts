import type { Manifest } from '../shared/manifest';
import type { PlatformReply } from '../runtime/wire';
import type { WebTriggers } from './web-triggers';

interface GraphRequest {
  query: string;
  variables?: { input?: { triggerKey?: string }; forceCreate?: boolean; id?: string };
}
interface GraphParts {
  manifest: Manifest;
  triggers: WebTriggers;
  /** The public URL of a web trigger's id. */
  urlOf(id: string): string;
}
type Variables = NonNullable<GraphRequest['variables']>;
type GraphOperation = (parts: GraphParts, variables: Variables) => unknown;

/** The operations that `webTrigger` of `@forge/api` sends, by the field they request. */
const operations: Record<string, GraphOperation> = {
  createWebTriggerUrl: ({ manifest, triggers, urlOf }, { input, forceCreate }) => {
    const module = manifest.modules.find(({ type, key }) => type === 'webtrigger' && key === input?.triggerKey);
    return module ? { url: urlOf(triggers.idFor(module.key, forceCreate ?? false)) } : null;
  },
  deleteWebTriggerUrl: ({ triggers }, { id }) => {
    const success = triggers.delete(id ?? '');
    return { success, message: success ? 'Deleted' : 'There is no such web trigger URL' };
  },
  webTriggerUrlsByAppContext: ({ triggers, urlOf }) =>
    triggers.all().map(({ id, module }) => ({ triggerKey: module, url: urlOf(id) })),
};

/** The response to a GraphQL request, or undefined for an operation that is not modelled. */
export function handleGraph(parts: GraphParts, body: string): PlatformReply | undefined {
  const { query, variables = {} } = JSON.parse(body) as GraphRequest;
  const field = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
  const operation = Object.hasOwn(operations, field) ? operations[field] : undefined;
  if (!operation) return undefined;
  const data = { [field]: operation(parts, variables) };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data }) };
}
