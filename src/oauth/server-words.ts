import { isMembers, type Members, textIn } from './response-members';

const longestText = 2000;
const mostSayings = 4;

/** Whether the text is markup, as web pages of proxies and sign-in pages are. */
export const isPage = (text: string): boolean => /^[\s\ufeff]*</.test(text.slice(0, 1000));

/**
 * What the response of a server that refuses says in its own words, for admins: RFC 6749's member, those that others have
 * for it, and every other sentence; else the body as it came, of a web page its title. `undefined` where it says nothing.
 */
export function wordsIn(body: Members, headers: Headers, text: string): string | undefined {
  const said = [...new Set([...sayings(body), challengeWords(headers)])].filter((each) => each !== undefined);
  const all = said.length > 0 ? said.slice(0, mostSayings).join(' ') : plainWords(body, text);
  return all === '' ? undefined : all;
}

const names = ['error_description', 'message', 'error_message', 'detail', 'title'];

function sayings(body: Members): (string | undefined)[] {
  const inner = isMembers(body.error) ? body.error : {};
  const named = [body, inner].flatMap((members) => names.map((name) => textIn(members, [name])));
  return [...named, ...sentencesIn(body, 3)];
}

/** Texts of several words, wherever they stand. */
function sentencesIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return /\S\s+\S/.test(value) ? [value] : [];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => sentencesIn(each, depth - 1));
}

/** RFC 6750 section 3. */
const challengeWords = (headers: Headers): string | undefined =>
  /\berror_description="([^"]{1,300})"/.exec(headers.get('www-authenticate')?.slice(0, longestText) ?? '')?.[1];

function plainWords(body: Members, text: string): string {
  const start = text.slice(0, longestText);
  if (isPage(start)) return (/<title[^>]{0,100}>([^<]{1,200})/i.exec(start)?.[1] ?? '').trim();
  return Object.keys(body).length > 0 ? '' : start.trim();
}
