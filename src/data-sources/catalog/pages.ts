import { newId } from '../../ids';
import type { EntityStorage, Revisioned } from '../../ports';
import { catalogContenders, catalogPageBytes } from '../../shared/limits';
import { Problem } from '../../shared/problem';
import type { CatalogEntry, EntryChange } from './entry';

/** As many entries as one record may hold. Pages are numbered from 0, and never deleted. */
export interface CatalogPage extends Revisioned {
  schema: number;
  entries: CatalogEntry[];
}

/** Where the pages are kept, and what the first ones are made from. */
export interface CatalogPages {
  pages: EntityStorage<CatalogPage>;
  listed(): Promise<CatalogEntry[]>;
}

const catalogSchema = 1;
const pageKey = (number: number) => `page-${number}`;

/** All pages, made from what is listed where there are none; one at least. */
export async function openPages({ pages, listed }: CatalogPages): Promise<CatalogPage[]> {
  const found = await storedPages(pages);
  if (found.length > 0) return found;
  const filled = inPages(await listed());
  // The first page is made last: where it is, all are.
  for (const [number, entries] of [...filled.entries()].reverse())
    await pages.create(pageKey(number), newPage(entries));
  return storedPages(pages);
}

/**
 * Puts what `to` makes of the entry of that id in its place. False if that is the same one, and nothing is written.
 * @throws Problem `busy` if others are always faster
 */
export async function changeEntry(id: string, to: EntryChange, place: CatalogPages): Promise<boolean> {
  for (let attempt = 0; attempt < catalogContenders; attempt += 1) {
    const all = await openPages(place);
    const current = all.flatMap(({ entries }) => entries).find((entry) => entry.id === id);
    const changed = to(current);
    if (changed === current) return false;
    if (await putEntry(id, changed, all, place)) return true;
  }
  throw new Problem('busy', 'Other people are saving at this moment. Try again.');
}

/** Into the page that holds it, or else the first with room, or a new one. False if somebody changed that page meanwhile. */
function putEntry(
  id: string,
  entry: CatalogEntry | undefined,
  all: CatalogPage[],
  { pages }: CatalogPages,
): Promise<boolean> {
  const holder = all.findIndex(({ entries }) => entries.some((each) => each.id === id));
  const number = holder >= 0 ? holder : all.findIndex(({ entries }) => bytesOf(entries) < catalogPageBytes);
  const page = all[number];
  const added = entry ? [entry] : [];
  if (!page) return pages.create(pageKey(all.length), newPage(added));
  const entries = [...page.entries.filter((each) => each.id !== id), ...added];
  return pages.replace(pageKey(number), page.rev, { ...newPage(entries), rev: page.rev + 1 });
}

async function storedPages(pages: EntityStorage<CatalogPage>): Promise<CatalogPage[]> {
  const found: CatalogPage[] = [];
  for (;;) {
    const page = await pages.get(pageKey(found.length));
    if (!page) return found;
    // A damaged page is filled again by the hourly job.
    found.push({ ...page, entries: Array.isArray(page.entries) ? page.entries : [] });
  }
}

const newPage = (entries: CatalogEntry[]): CatalogPage => ({ schema: catalogSchema, rev: 1, by: newId(), entries });

const bytesOf = (entries: CatalogEntry[]) => Buffer.byteLength(JSON.stringify(entries));

/** At least one page, empty if there is no entry. */
function inPages(entries: CatalogEntry[]): CatalogEntry[][] {
  const filled: CatalogEntry[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    if (bytes >= catalogPageBytes) {
      filled.push([]);
      bytes = 0;
    }
    filled.at(-1)?.push(entry);
    bytes += bytesOf([entry]);
  }
  return filled;
}
