/** The JSON text with the pieces outside its strings as `change` makes them; the strings stay as they are. */
export function replaceOutsideStrings(json: string, change: (outside: string) => string): string {
  const pieces: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    pieces.push(change(json.slice(at, quote < 0 ? json.length : quote)));
    if (quote < 0) break;
    const end = endOfString(json, quote);
    pieces.push(json.slice(quote, end));
    at = end;
  }
  return pieces.join('');
}

function endOfString(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); end > 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json.charAt(end - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}
