import type { Now } from '../../ports';
import { requestKey } from '../../requests/pagination/next-page';
import type { PageRequest } from '../../requests/pagination/page-facts';

/** What a request brought, and how many milliseconds it took. */
export interface Fetched<Page> {
  page: Page;
  tookMs: number;
}

/** Pages that are on their way, or there already, before those in front of them were taken. */
export interface PagesAhead<Page> {
  /** One page is requested at a time, because the API has refused one, or had others than expected. */
  isOneByOne(): boolean;
  /** How many were sent for and not taken yet. */
  count(): number;
  /** Requests the page, unless that was done. */
  send(request: PageRequest): void;
  has(request: PageRequest): boolean;
  /** The page, requested now where it was not before; each is taken once. @throws what the request throws */
  take(request: PageRequest): Promise<Fetched<Page>>;
  /** One at a time from now on, for the API has refused one: what came stays, what was refused as well is not known any more. */
  slowDown(): Promise<void>;
  /** Drops what was sent for, and goes on with one at a time: the pages are others than expected. */
  drop(): void;
  /** Resolves once nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Sends requests in the order of their pages, each once; nothing that is sent may outlive the call that sends it. */
export function pagesAhead<Page>(fetch: (request: PageRequest) => Promise<Page>, now: Now): PagesAhead<Page> {
  const sent = new Map<string, Promise<Fetched<Page>>>();
  const dropped: Promise<unknown>[] = [];
  let isOneByOne = false;
  const fetched = async (request: PageRequest): Promise<Fetched<Page>> => {
    const sentAt = now();
    const page = await fetch(request);
    return { page, tookMs: now() - sentAt };
  };
  const ahead: PagesAhead<Page> = {
    isOneByOne: () => isOneByOne,
    count: () => sent.size,
    has: (request) => sent.has(requestKey(request)),
    send: (request) => {
      if (ahead.has(request)) return;
      const coming = fetched(request);
      coming.catch(() => undefined); // told when the page is taken
      sent.set(requestKey(request), coming);
    },
    take: (request) => {
      const coming = sent.get(requestKey(request));
      sent.delete(requestKey(request));
      return coming ?? fetched(request);
    },
    slowDown: async () => {
      isOneByOne = true;
      for (const [key, coming] of sent) {
        await coming.catch(() => sent.delete(key));
      }
    },
    drop: () => {
      isOneByOne = true;
      dropped.push(...sent.values());
      sent.clear();
    },
    settled: async () => {
      await Promise.allSettled([...sent.values(), ...dropped]);
    },
  };
  return ahead;
}
