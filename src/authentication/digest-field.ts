import { createHash } from 'node:crypto';
import type { DigestOffer } from './digest-offer';

interface User {
  username: string;
  password: string;
}

interface DigestRequest {
  method: string;
  url: URL;
  clientNonce: string;
  /** Of the responses to this nonce, which one it is. */
  count: number;
}

/** The value of the `Authorization` field that answers the offer for one request (RFC 7616 section 3.4), with qop `auth`. */
export function digestField(
  offer: DigestOffer,
  user: User,
  { method, url, clientNonce, count }: DigestRequest,
): string {
  const target = `${url.pathname}${url.search}`;
  const hash = (text: string) => createHash(offer.hash).update(text, 'latin1').digest('hex');
  const own = hash([utf8(user.username), offer.realm, utf8(user.password)].join(':'));
  const secret = offer.isSession ? hash([own, offer.nonce, clientNonce].join(':')) : own;
  const counted = count.toString(16).padStart(8, '0');
  const response = hash([secret, offer.nonce, counted, clientNonce, 'auth', hash(`${method}:${target}`)].join(':'));
  const parameters = [
    ...userParameters(offer, user.username, hash),
    `realm=${quoted(offer.realm)}`,
    `uri=${quoted(target)}`,
    ...(offer.algorithm === undefined ? [] : [`algorithm=${offer.algorithm}`]),
    `nonce=${quoted(offer.nonce)}`,
    `nc=${counted}`,
    `cnonce=${quoted(clientNonce)}`,
    'qop=auth',
    `response=${quoted(response)}`,
    ...(offer.opaque === undefined ? [] : [`opaque=${quoted(offer.opaque)}`]),
  ];
  return `Digest ${parameters.join(', ')}`;
}

/** RFC 7616 sections 3.4.4 and 4; a server that does not speak of UTF-8 gets its bytes as they are, as most clients send them. */
function userParameters(offer: DigestOffer, username: string, hash: (text: string) => string): string[] {
  if (offer.hashesUser) return [`username=${quoted(hash([utf8(username), offer.realm].join(':')))}`, 'userhash=true'];
  const isPlain = /^[\x20-\x7e]*$/.test(username) || !offer.readsUtf8;
  return [isPlain ? `username=${quoted(utf8(username))}` : `username*=UTF-8''${extended(username)}`];
}

/** The bytes of UTF-8, each as one character, which is how header fields carry them; normalized as RFC 7616 section 4 has it. */
const utf8 = (text: string) => Buffer.from(text.normalize('NFC')).toString('latin1');

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** RFC 8187 section 3.2.1. */
const extended = (text: string) =>
  encodeURIComponent(text.normalize('NFC')).replace(
    /[*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
