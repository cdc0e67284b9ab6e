import type { RowWindow } from '../../src/shared/contract';
import type { ViewContext } from '../shared/platform';
import type { TableLayout } from '../visuals/table/table-layout';

/** What a reader has set of a panel's table: how it is arranged, how many rows a page has, in which order. */
export interface KeptView extends Partial<Pick<RowWindow, 'sorts' | 'count'>> {
  layout?: TableLayout;
}

/** Keeps what a reader sets, from one visit to the next. */
export interface ViewKeeper {
  kept: KeptView;
  keep(part: KeptView): void;
}

/** Storage may be refused or full: the reader's view then lasts as long as the page. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/** What this account has set of a panel on this site, kept by the browser; nothing where it refuses. */
export function viewKeeper(
  { accountId, cloudId }: Pick<ViewContext, 'accountId' | 'cloudId'>,
  panelId: string,
): ViewKeeper {
  const name = ['xd.view', cloudId, accountId, panelId].join('/');
  const read = attempt(() => JSON.parse(localStorage.getItem(name) ?? '{}') as KeptView | null);
  let kept = typeof read === 'object' && read ? read : {};
  return {
    kept,
    keep: (part) => {
      kept = { ...kept, ...part };
      attempt(() => localStorage.setItem(name, JSON.stringify(kept)));
    },
  };
}

/** Keeps order and page size of the rows where they are not those that were shown before; the usual size needs no keeping. */
export function keepWindow({ keep }: ViewKeeper, before: RowWindow, window: RowWindow, usualCount: number): void {
  const { sorts, count } = window;
  const isSame = before.count === count && JSON.stringify(before.sorts) === JSON.stringify(sorts);
  if (!isSame) keep({ sorts, count: count === usualCount ? undefined : count });
}
