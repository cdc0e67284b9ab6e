import type { Redactor } from '../ports';

const mask = '[hidden]';

/** Query values that are secrets by their name, whoever wrote the URL. */
const secretQueryValue =
  /([?&#](?:access_token|refresh_token|id_token|client_secret|code|code_verifier|token|password|api[-_]?key|sig|signature)=)[^&#\s"'<>]+/gi;

const shortestSecret = 4;

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
      return masked.includes('=') ? masked.replace(secretQueryValue, `$1${mask}`) : masked;
    },
  };
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
 * the characters that its neighbours take part in.
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
