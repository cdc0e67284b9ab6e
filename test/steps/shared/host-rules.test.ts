import { checkUrl } from '../../../src/shared/host-rules';

const closed = { loopbackAllowed: false };
const demo = { loopbackAllowed: true };

test.each([
  'https://graph.microsoft.com/v1.0/users',
  'https://api.example.com:8443/x',
  'https://api.example.com./x',
  'https://bücher.example/x',
  'https://10.example.com/',
  'https://localhost.example.com/',
])('%s may be asked', (url) => {
  expect(checkUrl(url, closed).url?.protocol).toBe('https:');
});

test('a URL with other letters may be asked however often', () => {
  const refused = Array.from({ length: 20_000 }, () => checkUrl('https://bücher.example/x', closed).refusal);
  expect(refused.filter((refusal) => refusal !== undefined)).toEqual([]);
});

test.each([
  ['no URL at all', 'graph.microsoft.com/users', /not a URL/],
  ['nothing', '', /not a URL/],
  ['plain http', 'http://api.example.com/', /https:\/\//],
  ['another scheme', 'ftp://api.example.com/', /not ftp:/],
  ['a script', 'javascript:alert(1)', /not javascript:/],
  ['a user and a password', 'https://ada:pw@api.example.com/', /user name/],
  ['a user alone', 'https://ada@api.example.com/', /user name/],
  ['a private address', 'https://10.0.0.1/', /10\.0\.0\.1/],
  ['the metadata address', 'https://169.254.169.254/latest/', /169\.254/],
  ['a public address', 'https://8.8.8.8/', /must contain a host name/],
  ['an address as one number', 'https://2130706433/', /127\.0\.0\.1/],
  ['an address in hexadecimal', 'https://0x7f.1/', /127\.0\.0\.1/],
  ['an address in octal', 'https://0177.0.0.1/', /127\.0\.0\.1/],
  ['an address in full-width digits', 'https://１２７.０.０.１/', /127\.0\.0\.1/],
  ['an address with a full-width dot', 'https://127。0。0。1/', /127\.0\.0\.1/],
  ['a short address', 'https://127.1/', /127\.0\.0\.1/],
  ['an address with a trailing dot', 'https://127.0.0.1./', /127\.0\.0\.1/],
  ['an IPv6 address', 'https://[::1]/', /must contain a host name/],
  ['an IPv4 address in IPv6', 'https://[::ffff:10.0.0.1]/', /must contain a host name/],
  ['localhost', 'https://localhost/', /private network/],
  ['localhost with a trailing dot', 'https://localhost./', /private network/],
  ['localhost in capitals', 'https://LOCALHOST/', /private network/],
  ['a name below localhost', 'https://api.localhost/', /private network/],
  ['a single label', 'https://intranet/', /private network/],
  ['a .local name', 'https://printer.local/', /private network/],
  ['a .local name with a trailing dot', 'https://printer.local./', /private network/],
  ['an .internal name', 'https://metadata.google.internal/', /private network/],
  ['localhost with two trailing dots', 'https://localhost../', /private network/],
  ['an .internal name with many', 'https://metadata.google.internal...../', /private network/],
  ['a .home name', 'https://nas.home/', /private network/],
  ['an .intra name', 'https://wiki.intra/', /private network/],
  ['a .private name', 'https://db.private/', /private network/],
  ['an .onion name', 'https://abc.onion/', /private network/],
  ['the service of a cluster', 'https://api.default.svc/', /private network/],
  ['a .localdomain name', 'https://host.localdomain./', /private network/],
  ['nothing but dots', 'https://../', /not a URL|no host/],
  ['a port nobody offers', 'https://api.example.com:22/', /Port 22/],
  ['a high port', 'https://api.example.com:9000/', /Port 9000/],
])('%s is refused in a plain sentence', (_name, url, says) => {
  const { refusal } = checkUrl(url, closed);
  expect(refusal).toMatch(says);
  expect(checkUrl(url, closed).url).toBeUndefined();
});

test.each(['http://localhost:4002/v1.0/users', 'http://127.0.0.1:4002/', 'http://[::1]:4002/', 'https://localhost/'])(
  'the switch of the local host opens %s, and nothing but loopback',
  (url) => {
    expect(checkUrl(url, demo).url).toBeDefined();
    expect(checkUrl(url, closed).url).toBeUndefined();
  },
);

test.each([
  'http://ada@localhost/',
  'http://10.0.0.1/',
  'http://printer.local/',
  'http://api.example.com/',
  'https://169.254.169.254/',
])('the switch of the local host leaves %s closed', (url) => expect(checkUrl(url, demo).refusal).toBeDefined());
