import type { Redactor } from '../ports';

const mask = '[hidden]';

/** Query values that are secrets by their name, whoever wrote the URL. */
const secretQueryValue =
  /([?&#](?:access_token|refresh_token|id_token|client_secret|code|code_verifier|token|password|api[-_]?key|sig|signature)=)[^&#\s"'<>]+/gi;

const shortestSecret = 4;
/** A text this long may have been shortened; a beginning of a secret this long is worth hiding. */
const shortestCutText = 200;
const shortestBeginning = 8;

/** A redactor that knows no secret yet. One is made for each invocation. */
export function createRedactor(): Redactor {
  const forms = new Set<string>();
  let ordered: string[] | undefined;
  return {
    remember(secret) {
      if (secret.length < shortestSecret) return;
      encodings(secret).forEach((form) => forms.add(form));
      ordered = undefined;
    },
    redact(text) {
      ordered ??= [...forms].sort((a, b) => b.length - a.length);
      const masked = ordered.reduce((rest, form) => (rest.includes(form) ? rest.replaceAll(form, mask) : rest), text);
      const whole = masked.length < shortestCutText ? masked : withoutCutSecret(masked, ordered);
      return whole.includes('=') ? whole.replace(secretQueryValue, `$1${mask}`) : whole;
    },
  };
}

/** The text with the beginning of a secret masked at its end, where the text was cut off inside the secret. */
function withoutCutSecret(text: string, forms: readonly string[]): string {
  const end = text.endsWith('…') ? text.length - 1 : text.length;
  const starts = forms.map((form) => startOfCut(text, form, end)).filter((start) => start >= 0);
  return starts.length === 0 ? text : text.slice(0, Math.min(...starts)) + mask + text.slice(end);
}

/** Where a beginning of the secret fills the rest of the text, or -1. */
function startOfCut(text: string, form: string, end: number): number {
  const beginning = form.slice(0, shortestBeginning);
  for (let at = text.indexOf(beginning, end - form.length); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (form.startsWith(text.slice(at, end))) return at;
  }
  return -1;
}

/** The ways a secret may be written in what leaves: plain, URL-, form-, JSON- and Base64-encoded. */
function encodings(secret: string): string[] {
  const url = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const json = JSON.stringify(secret).slice(1, -1);
  const lowerCase = (text: string) => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  return [secret, url, lowerCase(url), form, lowerCase(form), json, ...base64Forms(secret)];
}

/**
 * Base64 of the secret at each of the three places it can have in a longer text, as in `Basic` credentials, without
 * the characters that its neighbors take part in.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inner = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return encoded.slice(shift === 0 ? 0 : shift + 1, whole);
  });
  return inner
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
    .filter((form) => form.length >= 2 * shortestSecret);
}
