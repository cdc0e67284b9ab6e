import { randomBytes } from 'node:crypto';
import type { AppModule } from '../shared/manifest';
import type { ProductUser } from '../platform/product/seed';
import { HttpProblem } from './problem';

/** A frame of the app in somebody's browser: what the host knows about it, and the browser only names. */
export interface View {
  id: string;
  accountId: string;
  module: AppModule;
  /** The context that resolvers get with calls from this view. */
  context: Record<string, unknown>;
}

const maxViews = 5_000;

/** The views opened since the host was started; the oldest are forgotten first. */
export class Views {
  readonly #views = new Map<string, View>();

  open(view: Omit<View, 'id'>): View {
    const opened = { ...view, id: randomBytes(16).toString('hex') };
    this.#views.set(opened.id, opened);
    if (this.#views.size > maxViews) this.#views.delete(this.#views.keys().next().value!);
    return opened;
  }

  /**
   * The view, if it was opened by the user.
   * @throws HttpProblem 404 for an unknown one, 403 for somebody else's.
   */
  get(id: string, user: ProductUser): View {
    const view = this.#views.get(id);
    if (!view) throw new HttpProblem(404, 'This view is no longer open. Reload the page.');
    if (view.accountId !== user.accountId)
      throw new HttpProblem(403, 'This view was opened by another user. Reload the page.');
    return view;
  }
}
