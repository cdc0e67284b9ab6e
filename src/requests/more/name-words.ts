/** Words of which names in responses are put together without a sign between them, as in `pagetoken`. */
const known = new Set(
  `after all batch before bookmark complete continuation continue count cursor elements end found has hits index is item
  items key last limit link list marker matched max more next nb num number offset of page pages partition per position prev previous
  query records result results resumption row rows size skip start token total truncated uri url`.split(/\s+/),
);

const mostParts = 3;

/**
 * The words of a name in lower case, whatever parts them: `next_page_token`, `NextPageToken` and `nextpagetoken` are
 * next, page, token. A prefix of XML and signs before the name are left out.
 */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^.*:/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => knownParts(word, mostParts) ?? [word]);
}

/** The word taken apart into known ones; `undefined` where it cannot be. */
function knownParts(word: string, parts: number): string[] | undefined {
  if (known.has(word)) return [word];
  if (parts <= 1 || word.length > 40) return undefined;
  for (let at = word.length - 2; at >= 2; at--) {
    if (!known.has(word.slice(0, at))) continue;
    const others = knownParts(word.slice(at), parts - 1);
    if (others) return [word.slice(0, at), ...others];
  }
  return undefined;
}
