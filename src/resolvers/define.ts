import Resolver from '@forge/resolver';
import type { Reply } from '../shared/contract';
import type { VerifiedContent } from '../ports';
import { identify } from '../platform/identity';
import { platformLog } from '../platform/log';
import { Problem } from '../shared/problem';
import type { Call, CallTable, Caller } from './call';
import { openServices } from './open-services';
import { problemReply, redacted } from './reply';
import type { Services } from './services';
import { validate } from './validate';

export { noInput } from '../schema/fields';

type AnyCall = Call<unknown, unknown>;
type OpenServices = (caller: Caller) => Services;

/** What a module's resolver function is called with, before `@forge/resolver` takes it apart. */
interface Invocation {
  call: { functionKey: string; payload?: unknown };
  context: Record<string, unknown>;
}

export type ResolverFunction = (invocation: Invocation, platform?: Record<string, unknown>) => Promise<unknown>;

/**
 * The resolver function for a table of calls. Every call goes the same way: who is it, may they, is the input sound, run;
 * what comes out is a value or a problem, with every secret of the invocation masked.
 */
export function defineCalls<Calls>(table: CallTable<Calls>, open: OpenServices = openServices): ResolverFunction {
  const resolver = new Resolver();
  const calls = new Map(Object.entries<AnyCall>(table));
  for (const [key, call] of calls) {
    resolver.define(key, ({ payload, context }: { payload: unknown; context: unknown }) =>
      replyTo(key, call, payload, context, open),
    );
  }
  const definitions = resolver.getDefinitions();
  return async (invocation, platform) => {
    const { functionKey, payload } = invocation.call;
    if (!calls.has(functionKey)) return unknownCall();
    return definitions({ call: { functionKey, payload }, context: invocation.context }, platform);
  };
}

function unknownCall(): Reply<never> {
  const problem = new Problem('not-found', 'The app has no such call. Reload the page to get its newest version.');
  return { ok: false, problem: problemReply(problem, 'unknown', 'everyone', platformLog) };
}

async function replyTo(
  key: string,
  call: AnyCall,
  payload: unknown,
  context: unknown,
  open: OpenServices,
): Promise<Reply<unknown>> {
  let caller: Caller;
  try {
    caller = identify(context);
  } catch (error) {
    return { ok: false, problem: problemReply(error, key, 'everyone', platformLog) };
  }
  const services = open(caller);
  const reply = await guarded(key, call, payload, caller, services);
  return redacted(reply, services.redactor);
}

async function guarded(
  key: string,
  call: AnyCall,
  payload: unknown,
  caller: Caller,
  services: Services,
): Promise<Reply<unknown>> {
  let audience: 'admin' | 'everyone' = 'everyone';
  try {
    const content = await guard(call, caller, services);
    if (call.role === 'admin') audience = 'admin';
    return { ok: true, value: await call.run(validate(call.input, payload), { caller, services, content }) };
  } catch (error) {
    return { ok: false, problem: problemReply(error, key, audience, services.log) };
  }
}

/** Lets pass whoever has the call's role; for editors, with the content they were seen to be allowed to edit. */
async function guard(
  { role, poll }: AnyCall,
  caller: Caller,
  services: Services,
): Promise<VerifiedContent | undefined> {
  if (role === 'reader') return undefined;
  if (role === 'editor') return requireEditor(caller, services);
  const standing = await services.directory.adminStanding(poll);
  if (standing === 'admin') return undefined;
  throw standing === 'other' ? notAnAdmin() : nobodyRecognized();
}

const notAnAdmin = () =>
  new Problem('forbidden', 'Only Confluence admins can do this.', { remedy: 'Ask one of them.' });

/** Not the same as being none: it may be so for everybody on the site. */
const nobodyRecognized = () =>
  new Problem('forbidden', 'Confluence did not say whether you are one of its admins, so the app lets nobody in.', {
    remedy: 'If you are one, try again; if it stays so, a site admin can approve all permissions of the app.',
  });

async function requireEditor({ claimedContentId }: Caller, { content }: Services): Promise<VerifiedContent> {
  const verified = claimedContentId === undefined ? undefined : await content.editable(claimedContentId);
  if (verified) return verified;
  throw new Problem('forbidden', 'Only people who can edit this page can do this.');
}
