import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { Hono } from 'hono';
import * as v from 'valibot';
import { moduleOf } from '../shared/manifest';
import type { AppModule } from '../shared/manifest';
import type { Site } from '../platform/site';
import { onlyHost } from './origin-guard';
import type { HttpParts } from './parts';

const dynamicReply = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.array(v.string())), {}),
  body: v.optional(v.string(), ''),
});
const staticReply = v.object({ outputKey: v.string() });
type Lists = Record<string, string[]>;

/** Set by the server itself, or meaningless for the body it sends. */
const ownHeaders = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive']);

/**
 * The public URLs of web triggers, `/public/<id>` as in the platform's v2 format. They have an origin of their own, so
 * that a page which a function returns is neither the host's nor the app's. Deliberate difference: on the platform
 * the host name holds the installation id.
 */
export function webTriggerApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.use(onlyHost(new URL(parts.origins.webTrigger).host));
  app.all('/public/:id', (c) => respondTo(c, parts));
  app.all('/public/:id/*', (c) => respondTo(c, parts));
  return app;
}

async function respondTo(c: Context, parts: HttpParts): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const found = triggerOf(parts, id);
  if (!found) return c.text('There is no such web trigger.', 404);
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > parts.limits.requestBytes) return c.text('The request is too large.', 413);
  const refused = parts.rates.refusal(found.site.name, 'web trigger');
  if (refused) return c.text(refused, 429);
  const event = requestEvent(c, id, Buffer.from(bytes).toString());
  const result = await parts.functions.run({ ...found, accountId: undefined, event });
  return (result.ok && reply(found.module, result.value)) || c.text('The web trigger failed.', 500);
}

function triggerOf({ manifest, sites }: HttpParts, id: string): { site: Site; module: AppModule } | undefined {
  for (const site of sites()) {
    const key = site.triggers.moduleOf(id);
    if (key !== undefined && manifest.modules.some((module) => module.key === key))
      return { site, module: moduleOf(manifest, key) };
  }
  return undefined;
}

function requestEvent(c: Context, id: string, body: string): Record<string, unknown> {
  const url = new URL(c.req.url);
  const userPath = url.pathname.slice(`/public/${id}`.length);
  return {
    method: c.req.method,
    path: url.pathname,
    userPath,
    headers: headerLists((c.env as { incoming: IncomingMessage }).incoming),
    queryParameters: queryLists(url.searchParams),
    ...(body && { body }),
  };
}

/** Header values as lists, names as they came; cookies stay out: they belong to other servers on this machine. */
function headerLists({ rawHeaders }: IncomingMessage): Lists {
  const lists: Lists = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name, value] = [rawHeaders[at]!, rawHeaders[at + 1]!];
    if (name.toLowerCase() !== 'cookie') (lists[name] ??= []).push(value);
  }
  return lists;
}

/** Query values as lists; a comma in a value splits it, as the platform's documented example does. */
function queryLists(query: URLSearchParams): Lists {
  const lists: Lists = Object.create(null) as Lists;
  for (const [name, value] of query) (lists[name] ??= []).push(...value.split(','));
  return lists;
}

/** The function's result as a response, or undefined when it has not the shape that the module's `response` calls for. */
function reply({ response }: AppModule, value: unknown): Response | undefined {
  if (response.type === 'static') {
    const chosen = v.safeParse(staticReply, value);
    const output = response.outputs.find(({ key }) => chosen.success && key === chosen.output.outputKey);
    return (
      output &&
      new Response(output.body, { status: output.statusCode, headers: { 'content-type': output.contentType } })
    );
  }
  const parsed = v.safeParse(dynamicReply, value);
  if (!parsed.success) return undefined;
  const { statusCode, headers, body } = parsed.output;
  const lines = Object.entries(headers).flatMap(([name, values]) => values.map((one): [string, string] => [name, one]));
  const kept = lines.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  return new Response([204, 304].includes(statusCode) ? null : body, { status: statusCode, headers: kept });
}
