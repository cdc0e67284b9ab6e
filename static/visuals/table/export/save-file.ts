import { withoutEnd } from '../../../../src/shared/without-end';

const keptMs = 60_000;

/** A name that every file system takes, made of a title and the day. */
export function fileName(title: string, ending: string, now = new Date()): string {
  const words = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = withoutEnd(words.replace(/^\.+/, ''), '.');
  const day = new Intl.DateTimeFormat('sv').format(now); // as ISO 8601 writes it, where the reader is
  return `${plain.slice(0, 80).trim() || 'rows'} ${day}.${ending}`;
}

/** Hands a file to the browser, which saves it as it saves downloads. */
export function saveFile(name: string, parts: string[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
