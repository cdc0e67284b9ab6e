import { route } from '@forge/api';
import * as v from 'valibot';
import type { AdminStanding } from '../ports';
import { fetchAsUser, replyAsUser, type UserReply } from './confluence';

/**
 * Whether Confluence takes the caller for one of its admins, told by what they may do in the application; where it says
 * nothing of that, by whether it lets them see what it documents to be for its admins alone. Anything else is no yes.
 */
export async function adminStanding(accountId: string): Promise<AdminStanding> {
  const parsed = v.safeParse(operationsSchema, await fetchAsUser(route`/wiki/rest/api/user/current?expand=operations`));
  if (parsed.success && parsed.output.accountId !== accountId) return 'unknown';
  const operations = parsed.success ? parsed.output.operations : [];
  if (operations.length === 0) return standingByAuditLog();
  return operations.some(isAdministration) ? 'admin' : 'other';
}

const operationsSchema = v.object({
  accountId: v.string(),
  operations: v.nullish(v.array(v.object({ operation: v.string(), targetType: v.string() })), []),
});

type Operation = NonNullable<v.InferOutput<typeof operationsSchema>['operations']>[number];

/** Confluence lists it among the operations of its admins alone. */
const isAdministration = ({ operation, targetType }: Operation) =>
  operation === 'administer' && targetType === 'application';

/**
 * Needs the global permission "Confluence Administrator" (Confluence REST v1, "Get retention period"), and tells of the
 * audit log no more than how long its records are kept.
 */
async function standingByAuditLog(): Promise<AdminStanding> {
  const reply = await replyAsUser(route`/wiki/rest/api/audit/retention`);
  if (reply.status === 200 && v.is(retentionSchema, reply.body)) return 'admin';
  return reply.status === 403 && !isForLackOfScope(reply) ? 'other' : 'unknown';
}

const retentionSchema = v.object({ number: v.number(), units: v.string() });

const isForLackOfScope = ({ body }: UserReply) => /scope/i.test(JSON.stringify({ body }));
