/**
 * The URL as the WHATWG parser reads it, or `undefined` where the text is none. The app checks here and not
 * `URL.canParse`, which on Node 20 denies every URL with a letter such as `ü` once its caller is compiled.
 */
export function parseUrl(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
