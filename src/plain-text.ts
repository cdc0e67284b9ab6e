import { decodeHTML } from 'entities/decode';

/** Elements that stand on lines of their own. */
const lines = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' '),
);
/** Elements whose content is nothing to read. */
const unread = new Set(['script', 'style', 'template', 'title']);
const tagName = /^\/?([a-z][\w:-]*)/i;

/**
 * The text of a piece of HTML: without tags, comments and scripts, a line for each block, character references as the
 * characters they stand for. A `<` that begins no tag stays.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return decodeHTML(withoutTags(html))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

function withoutTags(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open)) {
    const end = endOfTag(html, open);
    if (end === undefined) open++;
    else {
      pieces.push(html.slice(from, open), lines.has(nameOf(html, open)) ? '\n' : '');
      open = from = end;
    }
  }
  return pieces.join('') + html.slice(from);
}

/** Where what begins there is over: a tag, a comment, or an element that is not read; `undefined` for a `<` alone. */
function endOfTag(html: string, open: number): number | undefined {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const name = nameOf(html, open);
  if (name === '' && !/^<[!?/]/.test(html.slice(open, open + 2))) return undefined;
  const end = after(html, '>', open + 1);
  if (!unread.has(name) || html[open + 1] === '/') return end;
  const close = html.toLowerCase().indexOf(`</${name}`, end);
  return close < 0 ? html.length : after(html, '>', close);
}

function nameOf(html: string, open: number): string {
  return tagName.exec(html.slice(open + 1, open + 30))?.[1]?.toLowerCase() ?? '';
}

/** The place behind the next such sign; the end where there is none. */
function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}
