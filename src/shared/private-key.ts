/** A private key as it was pasted: PEM, or the JSON file of a Google service account. */
export interface PastedKey {
  /** The PEM, with its line breaks. */
  pem: string;
  /** What Google's file says beside the key; empty where there is no such file. */
  keyId: string;
  clientId: string;
  tokenUrl: string;
}

/** PEM blocks of keys that can be used: PKCS #8, and what OpenSSL writes for RSA and elliptic curves (RFC 7468, RFC 5915). */
const block = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\s]+)-----END \1-----/;

/** The key in the text, or `undefined` where none can be used. */
export function pastedKey(text: string): PastedKey | undefined {
  const file = fileOf(text);
  const found = block.exec(plainBreaks(file?.private_key ?? text));
  if (!found) return undefined;
  const [, name = '', body = ''] = found;
  const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  const pem = [`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`, ''].join('\n');
  return {
    pem,
    keyId: file?.private_key_id ?? '',
    clientId: file?.client_email ?? '',
    tokenUrl: file?.token_uri ?? '',
  };
}

/** Why the text is no key that can be used, as a sentence; `undefined` if it is one. */
export function keyRefusal(text: string): string | undefined {
  const pem = plainBreaks(fileOf(text)?.private_key ?? text);
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    return 'This private key is encrypted with a password. Paste it without encryption: openssl pkey -in key.pem.';
  }
  if (/BEGIN OPENSSH PRIVATE KEY/.test(pem)) return 'This is an OpenSSH key. Paste a key in PEM format.';
  if (pastedKey(text)) return undefined;
  if (/BEGIN (?:PUBLIC KEY|CERTIFICATE)/.test(pem)) return 'This is the public part of the key. Paste the private key.';
  return 'Paste a private key in PEM format, which begins with -----BEGIN PRIVATE KEY-----, or the JSON file of a Google service account.';
}

type KeyFile = Partial<Record<'private_key' | 'private_key_id' | 'client_email' | 'token_uri', string>>;

const fileMembers = ['private_key', 'private_key_id', 'client_email', 'token_uri'] as const;

function fileOf(text: string): KeyFile | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const file = JSON.parse(text) as Record<string, unknown>;
    const texts = fileMembers.filter((name) => typeof file[name] === 'string').map((name) => [name, file[name]]);
    return Object.fromEntries(texts) as KeyFile;
  } catch {
    return undefined;
  }
}

/** Keys that come out of environment variables have their line breaks written as `\n`. */
const plainBreaks = (text: string): string => text.replace(/\\r|\\n/g, '\n');
