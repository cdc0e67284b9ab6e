/** Pieces that are put together before there are more, so that millions of them never exist side by side. */
const joinedAtOnce = 5000;
/** Longer texts outside strings are changed in parts, which end at a comma. */
const changedAtOnce = 64 * 1024;

/** The JSON text with what is outside its strings as `change` makes it, part by part; the strings stay as they are. */
export function replaceOutsideStrings(json: string, change: (outside: string) => string): string {
  const result = new GrowingText();
  let copied = 0;
  for (let at = 0; at < json.length;) {
    const end = endOfPart(json, at);
    const outside = json.slice(at, end);
    const changed = change(outside);
    if (changed !== outside) {
      result.add(json.slice(copied, at));
      result.add(changed);
      copied = end;
    }
    at = json[end] === '"' ? endOfString(json, end) : end;
  }
  result.add(json.slice(copied));
  return result.toString();
}

/** The next quote, or a place before it after a comma; the length of the text where neither follows. */
function endOfPart(json: string, start: number): number {
  const quote = json.indexOf('"', start);
  const end = quote < 0 ? json.length : quote;
  if (end - start <= changedAtOnce) return end;
  const comma = json.indexOf(',', start + changedAtOnce);
  return comma < 0 || comma >= end ? end : comma + 1;
}

function endOfString(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); end > 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json.charAt(end - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}

class GrowingText {
  private readonly joined: string[] = [];
  private pieces: string[] = [];

  add(piece: string): void {
    if (this.pieces.push(piece) >= joinedAtOnce) this.join();
  }

  toString(): string {
    this.join();
    return this.joined.join('');
  }

  private join(): void {
    this.joined.push(this.pieces.join(''));
    this.pieces = [];
  }
}
