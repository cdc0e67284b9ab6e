import { usesChallenges, signedRequest, challengeRefusal } from '../../../src/authentication/registry';
import type { UsedChallenge } from '../../../src/authentication/request-credentials';
import type { DigestAuthentication } from '../../../src/shared/contract';

const mufasa: DigestAuthentication = { type: 'digest', username: 'Mufasa' };

function fieldFor(text: string, username = 'Mufasa', url = 'http://www.example.org/dir/index.html', count = 1): string {
  const challenge = { text, clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ', count };
  const request = { method: 'GET' as const, url: new URL(url), challenge };
  const { headers } = signedRequest({ ...mufasa, username }, { password: 'Circle of Life' }, request);
  return headers.authorization ?? '';
}

const part = (field: string, name: string): string | undefined =>
  new RegExp(`(?:^Digest |, )${name.replace('*', '\\*')}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^,]*))`)
    .exec(field)
    ?.slice(1)
    .find((each) => each !== undefined);

/** The challenges of RFC 7616 section 3.9.1. */
const example = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';

describe('the example of RFC 7616 section 3.9.1', () => {
  test.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is answered as there with %s', (algorithm, response) => {
    const field = fieldFor(example(algorithm));
    expect(part(field, 'response')).toBe(response);
    expect(field).toBe(
      'Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", ' +
        `algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, ` +
        `cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="${response}", ` +
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
    );
  });

  test('is answered with the stronger of both', () => {
    expect(part(fieldFor(`${example('MD5')}, ${example('SHA-256')}`), 'algorithm')).toBe('SHA-256');
    expect(part(fieldFor(`${example('SHA-256')}, ${example('MD5')}`), 'algorithm')).toBe('SHA-256');
  });
});

const offer = (more = '') => `Digest realm="r", nonce="n", qop="auth"${more}`;

test('the request that is answered for is named with its query, as it is sent', () => {
  expect(part(fieldFor(offer(), 'a', 'https://api.example.com/a%20b/ü?q="1"&p=é#top'), 'uri')).toBe(
    '/a%20b/%C3%BC?q=%221%22&p=%C3%A9',
  );
});

test('answers are counted in eight hexadecimal digits', () => {
  expect(part(fieldFor(offer(), 'a', undefined, 26), 'nc')).toBe('0000001a');
});

test.each([
  ['a plain name', '', 'Ada', 'username', 'Ada'],
  ['quotes in it', '', String.raw`A"d\a`, 'username', String.raw`A\"d\\a`],
  [
    'a name beyond ASCII, for a server that reads UTF-8',
    ', charset=UTF-8',
    "Ädä's (*)",
    'username*',
    "UTF-8''%C3%84d%C3%A4%27s%20%28%2A%29",
  ],
  ['the same in two characters', ', charset=UTF-8', 'A\u0308', 'username*', "UTF-8''%C3%84"],
  ['for a server that says nothing of it, as its bytes', '', 'Ä', 'username', '\u00c3\u0084'],
  ['for a server that wants its hash', ', userhash=true', 'Ada', 'username', '65afa064fa459f1155c99482c0f6a948'],
])('%s', (_name, more, username, parameter, sent) => {
  const field = fieldFor(offer(more), username);
  expect(part(field, parameter)).toBe(sent);
  expect(part(field, 'userhash')).toBe(more.includes('userhash') ? 'true' : undefined);
});

test('nothing is sent before there is a challenge, nor for one that cannot be answered', () => {
  const request = { method: 'GET' as const, url: new URL('https://api.example.com/') };
  expect(signedRequest(mufasa, { password: 'x' }, request)).toEqual({ headers: {} });
  expect(fieldFor('Digest realm="r", nonce="n"')).toBe('');
});

const answered: UsedChallenge = { text: offer(), clientNonce: 'c', count: 3 };

test.each<[string, string, UsedChallenge | undefined]>([
  ['the first', offer(), undefined],
  ['one among others', `Basic realm="r", ${offer()}, Bearer`, undefined],
  ['in another order and in capitals', 'DIGEST NONCE="n", QOP="auth-int, AUTH", Realm=""', undefined],
  ['of a session', offer(', algorithm=sha-256-SESS'), undefined],
  ['that says the nonce is over', offer(', stale=TRUE'), answered],
  ['of another realm', offer().replace('"r"', '"other"'), answered],
])('a challenge is answered: %s', (_name, text, before) => {
  expect(challengeRefusal(mufasa, text, before)).toBeUndefined();
});

test.each<[string, string, UsedChallenge | undefined, string]>([
  ['the same realm again', offer(), answered, 'API does not accept the user name or the password (status 401).'],
  [
    'a nonce that is not over',
    offer(', stale=false'),
    answered,
    'API does not accept the user name or the password (status 401).',
  ],
  ['no challenge', '', undefined, 'API does not offer Digest (status 401).'],
  [
    'other schemes',
    'Negotiate, Basic realm="r"',
    undefined,
    'API offers Negotiate, Basic, but not Digest (status 401).',
  ],
  [
    'integrity alone',
    offer().replace('"auth"', '"auth-int"'),
    undefined,
    'API offers Digest with qop=auth-int, but the app needs qop=auth (status 401).',
  ],
  [
    'no qop, as RFC 2069 had it',
    'Digest realm="r", nonce="n"',
    undefined,
    'API offers Digest without qop, but the app needs qop=auth (status 401).',
  ],
  [
    'an empty qop',
    'Digest realm="r", nonce="n", qop=""',
    undefined,
    'API offers Digest without qop, but the app needs qop=auth (status 401).',
  ],
  [
    'an unknown hash',
    offer(', algorithm=SHA-512-256'),
    undefined,
    'API offers Digest with SHA-512-256, but neither with SHA-256 nor with MD5 (status 401).',
  ],
  [
    'a hash with markup in its name',
    offer(', algorithm="<b>x</b>"'),
    undefined,
    'API offers Digest with bx/b, but neither',
  ],
  [
    'a hash without a letter',
    offer(', algorithm="<>"'),
    undefined,
    'API offers Digest with unknown hashes, but neither',
  ],
  ['no nonce', 'Digest realm="r", qop="auth"', undefined, 'API sent a Digest challenge without a nonce (status 401).'],
])('a challenge is not answered, and the sentence says why: %s', (_name, text, before, sentence) => {
  expect(challengeRefusal(mufasa, text, before)?.message('API')).toContain(sentence);
});

test('answering challenges is for Digest alone', () => {
  expect(usesChallenges(mufasa)).toBe(true);
  expect(usesChallenges({ type: 'basic', username: 'a' })).toBe(false);
});
