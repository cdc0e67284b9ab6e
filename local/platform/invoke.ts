import type { InvokeReply } from '../shared/api';
import type { AppModule } from '../shared/manifest';
import type { Functions } from './functions';
import type { Limits } from './limits';
import type { InvocationRates } from './rates';
import type { Site } from './site';

interface InvokeParts {
  functions: Functions;
  rates: InvocationRates;
  limits: Limits;
}
export interface ResolverCall {
  module: AppModule;
  /** What the resolver finds as its context. */
  context: Record<string, unknown>;
  accountId: string;
  functionKey: string;
  payload?: unknown;
}

/** What a resolver of the app replies to a call from the browser, or the message of its error; never its stack. */
export async function invokeResolver(
  { functions, rates, limits }: InvokeParts,
  site: Site,
  { module, context, accountId, functionKey, payload }: ResolverCall,
): Promise<InvokeReply & { invocation: string }> {
  const refused = tooMuch(payload, limits) ?? rates.refusal(site.name, accountId);
  if (refused) return { ok: false, message: refused, invocation: '' };
  const event = { call: { functionKey, payload }, context };
  const { invocation, ...result } = await functions.run({ site, module, accountId, event });
  return result.ok ? { ok: true, body: result.value, invocation } : { ok: false, message: result.message, invocation };
}

function tooMuch(payload: unknown, { frontEndRequestBytes }: Limits): string | undefined {
  const bytes = payload === undefined ? 0 : Buffer.byteLength(JSON.stringify(payload));
  return bytes > frontEndRequestBytes
    ? `The payload has ${bytes} bytes; the limit is ${frontEndRequestBytes}.`
    : undefined;
}
