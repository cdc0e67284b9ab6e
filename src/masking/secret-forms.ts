/** How a secret may be written in what comes back from an API. */
export interface SecretForm {
  text: string;
  /** Written in upper or lower case it says the same. */
  isFolded: boolean;
  /** Digits alone, which are another number where more digits stand beside them. */
  isNumber: boolean;
}

const longSecret = 16;
const longWord = 12;
const mixedSecret = 8;
const longNumber = 10;

/**
 * Whether the secret is found by chance in no data. One that does not stand out, such as `test` or `2024`, must not be
 * masked there: it would take words and numbers apart, and tell what it is.
 */
export function standsOut(secret: string): boolean {
  if (/^\d*$/.test(secret)) return secret.length >= longNumber;
  const kinds = [/\p{L}/u, /\d/, /[^\p{L}\d\s_.-]/u].filter((kind) => kind.test(secret)).length;
  const isWord = /^\p{L}*$/u.test(secret);
  const enough = kinds > 1 ? mixedSecret : isWord ? longSecret : longWord;
  return secret.length >= enough;
}

/** The forms to look for once escapes are resolved: plain, form-encoded, hexadecimal and Base64. */
export function formsOf(secret: string): SecretForm[] {
  const isNumber = /^\d+$/.test(secret);
  const plain = [...new Set([secret, secret.replaceAll(' ', '+')])].map((text) => text.toLowerCase());
  return [
    ...plain.map((text) => ({ text, isFolded: true, isNumber })),
    { text: hexOf(secret), isFolded: true, isNumber: false },
    ...base64Forms(secret).map((text) => ({ text, isFolded: false, isNumber: false })),
  ];
}

const hexOf = (secret: string) => Buffer.from(secret).toString('hex');

const shortestEncoded = 8;

/**
 * Base64 of the secret at each of the three places it can have in a longer text, as in `Basic` credentials, without
 * the characters that its neighbors take part in.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inner = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return encoded.slice(shift === 0 ? 0 : shift + 1, whole);
  });
  const all = inner.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
  return [...new Set(all)].filter((form) => form.length >= shortestEncoded);
}

const shortestProbe = 6;
const longestProbe = 64;

/**
 * Bytes of which a body has at least one run if it holds the secret in any of these forms; `undefined` where there are
 * none, because the secret has hardly a character that is written as it is everywhere.
 */
export function probesOf(secret: string): Uint8Array[] | undefined {
  const plain = plainRun(secret);
  if (plain === undefined) return undefined;
  const hex = hexOf(secret);
  const encoded = base64Forms(secret).map((form) => plainRun(form) ?? form);
  const all = [...casesOf(plain), ...casesOf(hex), ...encoded];
  return [...new Set(all.map((probe) => probe.slice(-longestProbe)))].map((probe) => Buffer.from(probe));
}

const casesOf = (text: string) => [text, text.toLowerCase(), text.toUpperCase()];

/** The longest part that no encoding but Base64 and hexadecimal changes. */
function plainRun(text: string): string | undefined {
  const runs = text.match(/[\w.-]+/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest.length >= shortestProbe ? longest : undefined;
}
