import { type OfferedChallenge, parseChallenges } from './challenges';
import type { Refusal } from './refusal';

/** The hashes that are known (RFC 7616 section 6.1), the strongest first, by their names in `node:crypto`. */
const hashes = [
  { name: 'SHA-256', hash: 'sha256' },
  { name: 'MD5', hash: 'md5' },
] as const;

/** A challenge of Digest that can be answered (RFC 7616 section 3.3). */
export interface DigestOffer {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  /** As the server writes it; absent where it says nothing, which means MD5. */
  algorithm: string | undefined;
  hash: (typeof hashes)[number]['hash'];
  /** Whether the hash of name and password takes the nonces in, as the algorithms that end in `-sess` do. */
  isSession: boolean;
  /** The last response was right, but its nonce is over. */
  isStale: boolean;
  /** The server wants the hash of the user name in place of the name. */
  hashesUser: boolean;
  /** The server says that it reads UTF-8. */
  readsUtf8: boolean;
}

/** The strongest challenge of the field that can be answered, the first of equals; `undefined` if none can. */
export function bestOffer(field: string): DigestOffer | undefined {
  const offers = digestChallenges(field).map(offerIn);
  return hashes.map(({ hash }) => offers.find((offer) => offer?.hash === hash)).find((offer) => offer !== undefined);
}

/** Why none can. */
export const whyNoOffer = (field: string): Refusal => ({
  message: sentenceAbout(field),
  remedy: 'An admin can choose another authentication or ask the API’s owner.',
});

function sentenceAbout(field: string): Refusal['message'] {
  const offered = digestChallenges(field);
  if (offered.length === 0) {
    const others = listed(parseChallenges(field).map(({ scheme }) => scheme));
    if (others === '') return (name) => `${name} does not offer Digest (status 401).`;
    return (name) => `${name} offers ${others}, but not Digest (status 401).`;
  }
  const known = offered.filter((challenge) => algorithmOf(challenge) !== undefined);
  if (known.length === 0) {
    const algorithms = listed(offered.map(({ parameters }) => parameters.get('algorithm'))) || 'unknown hashes';
    return (name) => `${name} offers Digest with ${algorithms}, but neither with SHA-256 nor with MD5 (status 401).`;
  }
  if (known.some(hasQopAuth)) return (name) => `${name} sent a Digest challenge without a nonce (status 401).`;
  const qops = listed(known.map(({ parameters }) => parameters.get('qop')));
  if (qops === '') return (name) => `${name} offers Digest without qop, but the app needs qop=auth (status 401).`;
  return (name) => `${name} offers Digest with qop=${qops}, but the app needs qop=auth (status 401).`;
}

const digestChallenges = (field: string) => parseChallenges(field).filter(({ scheme }) => /^digest$/i.test(scheme));

function offerIn(challenge: OfferedChallenge): DigestOffer | undefined {
  const algorithm = algorithmOf(challenge);
  const { parameters } = challenge;
  const nonce = parameters.get('nonce') ?? '';
  if (algorithm === undefined || nonce === '' || !hasQopAuth(challenge)) return undefined;
  const says = (name: string, value: string) => parameters.get(name)?.toLowerCase() === value;
  return {
    ...algorithm,
    nonce,
    realm: parameters.get('realm') ?? '',
    opaque: parameters.get('opaque'),
    algorithm: parameters.get('algorithm'),
    isStale: says('stale', 'true'),
    hashesUser: says('userhash', 'true'),
    readsUtf8: says('charset', 'utf-8'),
  };
}

const hasQopAuth = ({ parameters }: OfferedChallenge): boolean =>
  (parameters.get('qop') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .includes('auth');

function algorithmOf({ parameters }: OfferedChallenge): Pick<DigestOffer, 'hash' | 'isSession'> | undefined {
  const named = (parameters.get('algorithm') ?? 'MD5').toUpperCase();
  const found = hashes.find(({ name }) => named === name || named === `${name}-SESS`);
  return found && { hash: found.hash, isSession: named !== found.name };
}

/** The server's own words, each once and as they fit into a sentence. */
function listed(words: readonly (string | undefined)[]): string {
  const fitting = words.map((word = '') => word.slice(0, 40).replace(/[^\w, /-]/g, ''));
  return [...new Set(fitting.filter((word) => word !== ''))].join(', ');
}
