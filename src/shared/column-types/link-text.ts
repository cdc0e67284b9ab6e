import { withoutEnd } from '../without-end';

/** What stands in the cell for a link: its address without the scheme and a closing slash, or the text that is set for it. */
export function linkText(address: string, { linkText: text = '' }: { linkText?: string } = {}): string {
  const bare = address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return text.trim() === '' ? bare : text.replaceAll('{name}', () => lastPart(bare) || bare);
}

/** The last part of an address, without its query. */
function lastPart(bare: string): string {
  const path = withoutEnd(bare.replace(/[?#].*/s, ''), '/');
  const part = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
