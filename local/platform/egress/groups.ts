import * as v from 'valibot';
import type { PermissionReply } from '../../shared/api';
import type { SqlValue, Database } from '../../storage/database';
import type { Limits } from '../limits';
import { domainProblem } from './domain';

const egressTypes = [
  'FETCH_BACKEND_SIDE',
  'FETCH_CLIENT_SIDE',
  'FONTS',
  'FRAMES',
  'IMAGES',
  'MEDIA',
  'SCRIPTS',
  'STYLES',
] as const;
export type EgressTypeName = (typeof egressTypes)[number];

const type = v.picklist(egressTypes);
const filled = v.pipe(v.string(), v.nonEmpty());
const groupSchema = v.object({
  key: filled,
  description: v.string(),
  configured: v.array(v.object({ domain: filled, type: v.pipe(v.array(type), v.nonEmpty()) })),
});
const setSchema = v.object({ egresses: v.pipe(v.array(groupSchema), v.nonEmpty()) });
const getSchema = v.nullish(
  v.object({
    keys: v.optional(v.array(v.string())),
    pageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    nextPageToken: v.optional(v.string()),
  }),
);
const domainSchema = v.object({ key: v.string(), domain: v.string(), type });
const keySchema = v.object({ key: v.string() });

export type EgressGroup = v.InferOutput<typeof groupSchema>;
type GroupRow = { key: string; json: string } & Record<string, SqlValue>;

/** The hosts that this site's admins have approved: the storage behind `permissions.egress` of `@forge/bridge`. */
export class EgressGroups {
  constructor(
    private readonly db: Database,
    private readonly limits: Limits,
    private readonly allowLoopback: boolean,
  ) {
    db.run('CREATE TABLE IF NOT EXISTS egress_groups (key TEXT PRIMARY KEY, json TEXT)');
  }

  /** All groups, by key. */
  all(): EgressGroup[] {
    return this.db.all<GroupRow>('SELECT key, json FROM egress_groups ORDER BY key').map(({ json }) => read(json));
  }

  /** The domains approved for the type, over all groups. */
  domains(wanted: EgressTypeName): string[] {
    const entries = this.all().flatMap(({ configured }) => configured);
    return entries.filter(({ type: types }) => types.includes(wanted)).map(({ domain }) => domain);
  }

  /** 200 with `{results, lastEvaluatedKey?}`, or 400. */
  get(payload: unknown): PermissionReply {
    const requested = v.safeParse(getSchema, payload);
    if (!requested.success) return malformed(requested.issues);
    const { keys, pageSize = this.limits.egressGroups, nextPageToken } = requested.output ?? {};
    const rest = this.all().filter(
      ({ key }) => (!keys || keys.includes(key)) && (!nextPageToken || key > nextPageToken),
    );
    const results = rest.slice(0, pageSize);
    const last = rest.length > pageSize ? { lastEvaluatedKey: results.at(-1)?.key } : {};
    return { status: 200, body: { results, ...last } };
  }

  /** 201 with the groups as stored; each replaces the group of its key. 400 malformed or over a limit, 422 as documented. */
  set(payload: unknown): PermissionReply {
    const requested = v.safeParse(setSchema, payload);
    if (!requested.success) return malformed(requested.issues);
    const groups = requested.output.egresses;
    const problem = groups.map((group) => this.#unprocessable(group)).find(Boolean);
    if (problem) return { status: 422, body: { message: problem } };
    if (repeats(groups.map(({ key }) => key))) return { status: 422, body: { message: 'A group key is named twice.' } };
    const over = this.#overLimit(groups);
    if (over) return { status: 400, body: { message: over } };
    this.db.atomically(() => groups.forEach((group) => this.#store(group)));
    return { status: 201, body: { results: groups } };
  }

  /** 204, also when there is no such entry. */
  deleteDomain(payload: unknown): PermissionReply {
    const requested = v.safeParse(domainSchema, payload);
    if (!requested.success) return malformed(requested.issues);
    const { key, domain, type: dropped } = requested.output;
    const group = this.all().find((entry) => entry.key === key);
    if (group) this.#store({ ...group, configured: without(group.configured, domain, dropped) });
    return { status: 204, body: undefined };
  }

  /** 204, also when there is no such group. */
  deleteGroup(payload: unknown): PermissionReply {
    const requested = v.safeParse(keySchema, payload);
    if (!requested.success) return malformed(requested.issues);
    this.db.run('DELETE FROM egress_groups WHERE key = ?', requested.output.key);
    return { status: 204, body: undefined };
  }

  #store(group: EgressGroup): void {
    this.db.run('INSERT OR REPLACE INTO egress_groups VALUES (?, ?)', group.key, JSON.stringify(group));
  }

  #unprocessable({ key, configured }: EgressGroup): string | undefined {
    if (repeats(configured.map(({ domain }) => domain))) return `The group "${key}" names a domain twice.`;
    return configured.map(({ domain }) => domainProblem(domain, this.allowLoopback)).find(Boolean);
  }

  #overLimit(groups: EgressGroup[]): string | undefined {
    const { egressGroups, egressDomainsPerGroup, egressEntries } = this.limits;
    const kept = this.all().filter(({ key }) => !groups.some((group) => group.key === key));
    const after = [...kept, ...groups];
    if (after.length > egressGroups) return `More than ${egressGroups} groups.`;
    if (after.some(({ configured }) => configured.length > egressDomainsPerGroup)) {
      return `More than ${egressDomainsPerGroup} domains in a group.`;
    }
    const entries = after.flatMap(({ configured }) => configured.flatMap(({ type: types }) => types));
    return entries.length > egressEntries ? `More than ${egressEntries} entries.` : undefined;
  }
}

function read(json: string): EgressGroup {
  return v.parse(groupSchema, JSON.parse(json));
}

function without(configured: EgressGroup['configured'], domain: string, dropped: EgressTypeName) {
  return configured
    .map((entry) =>
      entry.domain === domain ? { ...entry, type: entry.type.filter((name) => name !== dropped) } : entry,
    )
    .filter((entry) => entry.type.length > 0);
}

function repeats(names: string[]): boolean {
  return new Set(names).size < names.length;
}

function malformed(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): PermissionReply {
  return { status: 400, body: { message: v.summarize(issues) } };
}
