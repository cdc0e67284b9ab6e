import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ProductUser } from '../platform/product/seed';
import type { Site } from '../platform/site';
import { HttpProblem } from './problem';

const maxSessions = 10_000;

/** Which user each browser is. A browser that comes without a session starts as the first user. */
export class Sessions {
  readonly #accounts = new Map<string, string>();

  constructor(
    private readonly site: Site,
    /** Cookies know no ports: the name keeps hosts on one machine apart. */
    private readonly cookie: string,
  ) {}

  /** The user of the request's session, which is opened if there is none. */
  user(c: Context): ProductUser {
    const accountId = this.#accounts.get(this.#id(c));
    return this.site.product.user(accountId ?? '') ?? this.site.product.users[0]!;
  }

  /** @throws HttpProblem 404 when there is no such user. */
  switchTo(c: Context, accountId: string): void {
    if (!this.site.product.user(accountId)) throw new HttpProblem(404, 'There is no such user.');
    this.#accounts.set(this.#id(c), accountId);
  }

  /** The session's id; opens one where the request has none. */
  #id(c: Context): string {
    const known = getCookie(c, this.cookie);
    if (known && this.#accounts.has(known)) return known;
    const id = randomBytes(24).toString('base64url');
    if (this.#accounts.size >= maxSessions) this.#accounts.clear();
    this.#accounts.set(id, this.site.product.users[0]!.accountId);
    setCookie(c, this.cookie, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return id;
  }
}
