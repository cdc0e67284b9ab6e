import type { BodyNode, HostPage } from '../../shared/api';
import type { Clock } from '../../shared/clock';
import type { SqlValue, Database } from '../../storage/database';
import type { ProductContent, ProductSeed, ProductSpace, ProductUser } from './seed';
import { adminGroup, anonymousId } from './seed';

type ContentRow = { json: string } & Record<string, SqlValue>;

/** Who acts: a user, or the app itself. */
export type Actor = ProductUser | 'app';

/** A small Confluence: users and spaces as seeded, contents kept in the database, and who may do what with them. */
export class Product {
  constructor(
    private readonly db: Database,
    private readonly seed: ProductSeed,
    private readonly clock: Clock,
  ) {
    db.run('CREATE TABLE IF NOT EXISTS contents (id TEXT PRIMARY KEY, json TEXT)');
    db.run(
      'CREATE TABLE IF NOT EXISTS content_versions (id TEXT, version INTEGER, json TEXT, PRIMARY KEY (id, version))',
    );
    if (this.contents().length === 0) db.atomically(() => seed.contents.forEach((content) => this.#store(content)));
  }

  get users(): ProductUser[] {
    return this.seed.users;
  }

  get spaces(): ProductSpace[] {
    return this.seed.spaces;
  }

  /** The user, the anonymous one included, or undefined. */
  user(accountId: string): ProductUser | undefined {
    return this.users.find((user) => user.accountId === accountId);
  }

  space(id: string): ProductSpace | undefined {
    return this.spaces.find((space) => space.id === id);
  }

  contents(): ProductContent[] {
    const rows = this.db.all<ContentRow>('SELECT json FROM contents ORDER BY CAST(id AS INTEGER)');
    return rows.map(({ json }) => JSON.parse(json) as ProductContent);
  }

  /** The content whatever its status, or undefined. */
  content(id: string): ProductContent | undefined {
    const row = this.db.first<ContentRow>('SELECT json FROM contents WHERE id = ?', id);
    return row && (JSON.parse(row.json) as ProductContent);
  }

  /** A new, empty draft page by the user. */
  createDraft(space: ProductSpace, author: ProductUser): ProductContent {
    return this.#create({ spaceId: space.id, title: '', status: 'draft', body: [] }, author);
  }

  /** A page of its own with the same body, by the user, in the same space. The macros in it keep their ids. */
  copy({ spaceId, title, body }: ProductContent, author: ProductUser): ProductContent {
    return this.#create({ spaceId, title: `Copy of ${title}`, status: 'current', body }, author);
  }

  /** The content in the other space. */
  move(content: ProductContent, space: ProductSpace): ProductContent {
    return this.#store({ ...content, spaceId: space.id });
  }

  /** What the content was before, the newest first. */
  versions(id: string): ProductContent[] {
    const rows = this.db.all<ContentRow>('SELECT json FROM content_versions WHERE id = ? ORDER BY version DESC', id);
    return rows.map(({ json }) => JSON.parse(json) as ProductContent);
  }

  /** Takes away a page that was never published. */
  deleteDraft({ id }: ProductContent): void {
    this.db.run("DELETE FROM contents WHERE id = ? AND json ->> 'status' = 'draft'", id);
  }

  /** The content with its new title, status and body, one version later. A published page does not become a draft again. */
  save(
    content: ProductContent,
    change: { title: string; status: HostPage['status']; body: BodyNode[] },
  ): ProductContent {
    const status = content.status === 'current' ? 'current' : change.status;
    const { id, version } = content;
    this.db.run('INSERT OR REPLACE INTO content_versions VALUES (?, ?, ?)', id, version, JSON.stringify(content));
    return this.#store({ ...content, ...change, status, version: content.version + 1 });
  }

  isAdmin(actor: Actor): boolean {
    return actor !== 'app' && actor.groups.includes(adminGroup);
  }

  canReadSpace(actor: Actor, space: ProductSpace): boolean {
    if (actor === 'app') return space.closedToApp !== true;
    return space.readers.includes('anonymous') || shares(actor.groups, space.readers);
  }

  canWriteIn(actor: Actor, space: ProductSpace): boolean {
    if (actor === 'app') return space.closedToApp !== true;
    return actor.accountId !== anonymousId && shares(actor.groups, space.editors);
  }

  canRead(actor: Actor, content: ProductContent): boolean {
    const space = this.space(content.spaceId);
    if (!space || !this.canReadSpace(actor, space) || !isNamed(actor, content.restrictions.read)) return false;
    return content.status === 'current' || this.canWriteIn(actor, space);
  }

  canUpdate(actor: Actor, content: ProductContent): boolean {
    const space = this.space(content.spaceId);
    const may = space !== undefined && this.canRead(actor, content) && this.canWriteIn(actor, space);
    return may && isNamed(actor, content.restrictions.update);
  }

  #create(
    page: Pick<ProductContent, 'spaceId' | 'title' | 'status' | 'body'>,
    { accountId: authorId }: ProductUser,
  ): ProductContent {
    const lastId = Math.max(131_072, ...this.contents().map(({ id }) => Number(id)));
    const createdAt = new Date(this.clock.now()).toISOString();
    const id = String(lastId + 1);
    return this.#store({ ...page, id, version: 1, kind: 'page', authorId, createdAt, restrictions: {} });
  }

  #store(content: ProductContent): ProductContent {
    this.db.run('INSERT OR REPLACE INTO contents VALUES (?, ?)', content.id, JSON.stringify(content));
    return content;
  }
}

function shares(groups: string[], wanted: string[]): boolean {
  return groups.some((group) => wanted.includes(group));
}

/** The app's own user is bound by restrictions like everybody else, and no restriction names it. */
function isNamed(actor: Actor, accountIds: string[] | undefined): boolean {
  return !accountIds || (actor !== 'app' && accountIds.includes(actor.accountId));
}
