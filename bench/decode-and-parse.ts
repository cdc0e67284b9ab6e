/** What any program does with the bytes of a response before it can look at a row. */
export function decodeAndParse(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}
