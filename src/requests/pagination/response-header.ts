import type { PageFacts } from './page-facts';

/** The value of the response's header of that name, in any case; `undefined` where it has none, or an empty one. */
export function headerOf({ headers = [] }: Pick<PageFacts, 'headers'>, name: string): string | undefined {
  for (const [each, value] of headers) {
    if (each.toLowerCase() === name.toLowerCase()) return value.trim() === '' ? undefined : value.trim();
  }
  return undefined;
}
