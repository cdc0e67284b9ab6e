import { generateKeyPairSync } from 'node:crypto';
import { keyRefusal, pastedKey } from '../../../src/shared/private-key';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
const encrypted = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'open' });

test.each([
  ['a key', pem],
  [
    'a key behind the certificate of the same file',
    `-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n${pem}`,
  ],
  ['a key whose line breaks were lost', pem.replaceAll('\n', '')],
  ['a key as it stands in an environment variable', pem.replaceAll('\n', '\\n')],
])('%s is read', (_name, text) => {
  expect(keyRefusal(text)).toBeUndefined();
  expect(pastedKey(text)).toEqual({ pem, keyId: '', clientId: '', tokenUrl: '' });
});

test('the file of a Google service account says whose key it is', () => {
  const file = {
    private_key: pem,
    private_key_id: 'id-1',
    client_email: 'a@example.com',
    token_uri: 'https://example.com/token',
  };
  expect(pastedKey(JSON.stringify(file))).toEqual({
    pem,
    keyId: 'id-1',
    clientId: 'a@example.com',
    tokenUrl: 'https://example.com/token',
  });
});

test.each<[string, string, RegExp]>([
  ['an encrypted key', encrypted, /encrypted with a password/],
  [
    'an encrypted key of older kind',
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n',
    /encrypted with a password/,
  ],
  ['an encrypted key in a file', JSON.stringify({ private_key: encrypted }), /encrypted with a password/],
  ['the public key', publicKey.export({ format: 'pem', type: 'spki' }), /public part/],
  ['an OpenSSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nQUJD\n', /OpenSSH/],
  ['half a key', pem.slice(0, 100), /PEM format/],
  ['JSON without a key', '{"a":1}', /PEM format/],
  ['text', 'my key', /PEM format/],
])('%s is refused by name', (_name, text, says) => {
  expect(keyRefusal(text)).toMatch(says);
  expect(pastedKey(text)).toBeUndefined();
});
