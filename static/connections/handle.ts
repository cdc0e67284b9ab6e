/** What the page's address tells and can be told: a `History` of `view.createHistory`. */
export interface PageAddress {
  location: { search?: string };
  replace(path: string): unknown;
}

/**
 * The handle that a sign-in came back with, once it is gone from the page's address, so that it stands in no history and is
 * sent nowhere; undefined where the page was opened by itself.
 */
export async function takeHandle(address: PageAddress): Promise<string | undefined> {
  const handle = new URLSearchParams(address.location.search ?? '').get('c');
  if (handle === null) return undefined;
  await address.replace('/');
  return handle;
}
