import fc from 'fast-check';
import type { CurlRequest } from '../../../../../../static/admin/sections/curl/curl-request';
import { parseCurl } from '../../../../../../static/admin/sections/curl/parse-curl';
import { shellWords } from '../../../../../../static/admin/sections/curl/shell-words';

const plain: CurlRequest = {
  method: 'GET',
  url: 'https://a.example/x',
  parameters: [],
  headers: [],
  body: { kind: 'none' },
  authentication: { type: 'none' },
  notes: [],
};

const json = (text: string) => ({ method: 'POST' as const, body: { kind: 'json' as const, text } });
const form = (...pairs: [string, string][]) => ({
  method: 'POST' as const,
  body: { kind: 'form' as const, fields: pairs.map(([name, value]) => ({ name, value })) },
});
const open = (name: string, value: string) => ({ name, value, secret: false });

describe('the words of a command', () => {
  it.each<[string, string[]]>([
    ["a 'b c' d", ['a', 'b c', 'd']],
    ['a "b c" d', ['a', 'b c', 'd']],
    [`a'b'"c"d`, ['abcd']],
    ["''", ['']],
    ['a ""', ['a', '']],
    ["'a\\b'", ['a\\b']],
    ['"a\\"b\\\\c\\d\\$e"', ['a"b\\c\\d$e']],
    ['a\\ b', ['a b']],
    ['a \\\n  b', ['a', 'b']],
    ['a \\\r\n  b', ['a', 'b']],
    ['a\nb', ['a', 'b']],
    ["$'a\\n\\t\\'\\x41\\u00e9\\101'", ["a\n\t'Aé" + 'A']],
    ["'it'\\''s'", ["it's"]],
    ['a # b', ['a']],
    ['a#b', ['a#b']],
    ["a | jq '.'", ['a']],
    ['a > out.json', ['a']],
    ['curl ^"https://a/?x=1^&y=2^" ^\n  -H ^"a: ^\\^"b^\\^"^"', ['curl', 'https://a/?x=1&y=2', '-H', 'a: "b"']],
    ['curl "a b" ^\r\n "c""d" ""', ['curl', 'a b', 'c"d', '']],
    ['', []],
  ])('%j are %j', (command, words) => {
    expect(shellWords(command)).toEqual({ words });
  });

  it.each(["'a", '"a', "$'a", "'it's'", 'a "b\\"', 'curl ^\n "a'])('%j has a quote that is never closed', (command) => {
    expect(shellWords(command).refusal).toBe('A quote in this command is not closed.');
  });

  it.each(['curl https://a/?x=1&y=2', 'curl a; rm b', 'curl `b`', 'curl a < b'])(
    '%j is more than a command',
    (command) => {
      expect(shellWords(command).refusal).toMatch(/outside quotes/);
    },
  );
});

describe('a curl command', () => {
  it.each<[string, Partial<CurlRequest>]>([
    ['curl https://a.example/x', {}],
    ['curl a.example/x', {}],
    ['$ curl -sSL --compressed https://a.example/x -o out.json | jq .', {}],
    ['/usr/bin/curl --url https://a.example/x', {}],
    ["curl 'https://a.example/x?a=1&b=%20c'", { parameters: [open('a', '1'), open('b', ' c')] }],
    [
      'curl -G -d a=1 --data-urlencode "b=c d&e" https://a.example/x',
      { parameters: [open('a', '1'), open('b', 'c d&e')] },
    ],
    ['curl --url-query a=1 https://a.example/x', { parameters: [open('a', '1')] }],
    [
      'curl -H "Accept: text/csv" -A agent -e https://b.example https://a.example/x',
      { headers: [open('Accept', 'text/csv'), open('User-Agent', 'agent'), open('Referer', 'https://b.example')] },
    ],
    ["curl -X POST https://a.example/x -H 'Content-Type: application/json' -d '{\"a\": 1}'", json('{"a": 1}')],
    ['curl -X propfind https://a.example/x -H "Depth: 1"', { method: 'PROPFIND', headers: [open('Depth', '1')] }],
    [
      "curl -X REPORT https://a.example/x -H 'Content-Type: application/xml' -d '<r/>'",
      { method: 'REPORT', body: { kind: 'text', text: '<r/>', contentType: 'application/xml' } },
    ],
    ["curl -XPOST https://a.example/x -H 'content-type: application/vnd.api+json' -d [1]", json('[1]')],
    ["curl https://a.example/x --json '{\"a\":' --json '1}'", json('{"a":1}')],
    ['curl https://a.example/x -d \'{"a": 1}\'', json('{"a": 1}')],
    ['curl https://a.example/x -d a=1 -d "b=c%20d"', form(['a', '1'], ['b', 'c d'])],
    ['curl https://a.example/x --data-raw "a=@b"', form(['a', '@b'])],
    [
      'curl https://a.example/x --data-raw "@b" -H "Content-Type: text/plain"',
      { method: 'POST', body: { kind: 'text', text: '@b', contentType: 'text/plain' } },
    ],
    [
      'curl https://a.example/x --json \'{"query":"{ users { name } }"}\'',
      { method: 'POST', body: { kind: 'graphql', query: '{ users { name } }', variables: '' } },
    ],
    [
      'curl https://a.example/x --json \'{"query":"query($a:Int){b}","variables":{"a":1}}\'',
      { method: 'POST', body: { kind: 'graphql', query: 'query($a:Int){b}', variables: '{\n  "a": 1\n}' } },
    ],
    ['curl https://a.example/x --json \'{"query":"shoes","size":2}\'', json('{"query":"shoes","size":2}')],
    [
      'curl -u ada:pa:ss https://a.example/x',
      { authentication: { type: 'basic', username: 'ada', password: 'pa:ss' } },
    ],
    [
      'curl --digest -u ada:p https://a.example/x',
      { authentication: { type: 'digest', username: 'ada', password: 'p' } },
    ],
    ['curl --digest https://a.example/x', {}],
    ['curl -u ada https://a.example/x', { authentication: { type: 'basic', username: 'ada', password: '' } }],
    ['curl https://ada:p%40ss@a.example/x', { authentication: { type: 'basic', username: 'ada', password: 'p@ss' } }],
    [
      'curl -H "Authorization: Basic YWRhOnDDqQ==" https://a.example/x',
      { authentication: { type: 'basic', username: 'ada', password: 'pé' } },
    ],
    [
      'curl -H "Authorization: Bearer t0ken" https://a.example/x',
      { authentication: { type: 'bearer', token: 't0ken' } },
    ],
    ['curl --oauth2-bearer t0ken https://a.example/x', { authentication: { type: 'bearer', token: 't0ken' } }],
    [
      'curl -H "authorization: Token abc" https://a.example/x',
      { authentication: { type: 'header', name: 'authorization', value: 'Token abc' } },
    ],
    [
      'curl -H "X-Api-Key: abc" https://a.example/x',
      { authentication: { type: 'header', name: 'X-Api-Key', value: 'abc' } },
    ],
    [
      'curl -H "PRIVATE-TOKEN: glpat-1" https://a.example/x',
      { authentication: { type: 'header', name: 'PRIVATE-TOKEN', value: 'glpat-1' } },
    ],
    [
      "curl 'https://a.example/x?api_key=abc&y=1'",
      { parameters: [open('y', '1')], authentication: { type: 'query', name: 'api_key', value: 'abc' } },
    ],
    ['curl -b "sid=1; t=2" https://a.example/x', { headers: [{ name: 'Cookie', value: 'sid=1; t=2', secret: true }] }],
    [
      'curl -u ada:p -H "X-Token: q" "https://a.example/x?key=k"',
      {
        authentication: { type: 'basic', username: 'ada', password: 'p' },
        headers: [{ name: 'X-Token', value: 'q', secret: true }],
        parameters: [{ name: 'key', value: 'k', secret: true }],
      },
    ],
    ['curl -I https://a.example/x', { notes: ['The command requests headers only. A data source needs the content.'] }],
    [
      'curl -H "Host: b" https://a.example/x',
      { notes: ['The header Host is left out, because the app sets it itself.'] },
    ],
    [
      'curl -X GET -d a=1 https://a.example/x',
      { notes: ['The body is left out, because a GET request has none here.'] },
    ],
    [
      'curl -H "Authorization: Bearer $TOKEN" https://a.example/x',
      {
        authentication: { type: 'bearer', token: '$TOKEN' },
        notes: ['The command takes a credential from the shell variable $TOKEN. Enter its value instead.'],
      },
    ],
    [
      'curl ^"https://a.example/x?a=1^&b=2^" ^\n  -H ^"accept: text/csv^"',
      { parameters: [open('a', '1'), open('b', '2')], headers: [open('accept', 'text/csv')] },
    ],
  ])('%s is read', (command, request) => {
    expect(parseCurl(command)).toEqual({ request: { ...plain, ...request } });
  });

  it.each<[string, RegExp]>([
    ['wget https://a.example', /not a curl command/],
    ['', /not a curl command/],
    ['curl', /contains no URL/],
    ['curl https://a.example https://b.example', /more than one URL/],
    ['curl https://a.example\ncurl https://b.example', /more than one URL/],
    ['curl ftp://a.example', /must start with https/],
    ['curl https://', /is not valid/],
    ['curl -X DELETE https://a.example', /DELETE changes data. Only GET, POST, PROPFIND, REPORT and SEARCH can be/],
    ['curl -X PROPPATCH https://a.example', /PROPPATCH changes data/],
    ['curl -k https://a.example', /^-k cannot be used here: the certificate/],
    ['curl -sk https://a.example', /^-k cannot/],
    ['curl --proxy http://p https://a.example', /^--proxy cannot/],
    ['curl -x http://p https://a.example', /^-x cannot/],
    ['curl --resolve a:443:127.0.0.1 https://a.example', /^--resolve cannot/],
    ['curl --connect-to ::b: https://a.example', /^--connect-to cannot/],
    ['curl -F a=@b https://a.example', /^-F cannot/],
    ['curl -T file https://a.example', /^-T cannot/],
    ['curl -K file https://a.example', /^-K cannot/],
    ['curl --cert c.pem https://a.example', /^--cert cannot/],
    ['curl --unix-socket /var/run/docker.sock https://a.example', /^--unix-socket cannot/],
    ['curl --netrc https://a.example', /^--netrc cannot/],
    ['curl -d @/etc/passwd https://a.example', /^-d reads the file \/etc\/passwd/],
    ['curl --data-binary @body.json https://a.example', /^--data-binary reads the file body.json/],
    ['curl --json @body.json https://a.example', /^--json reads the file/],
    ['curl --data-urlencode n@f https://a.example', /^--data-urlencode reads the file f/],
    ['curl -H @headers https://a.example', /^-H reads the file headers/],
    ['curl -b cookies.txt https://a.example', /^-b reads the file cookies.txt/],
    ['curl --unknown https://a.example', /^--unknown is not a curl option/],
    ['curl https://a.example -H', /^The value of -H is missing/],
    ['curl https://a.example -H nonsense', /has no name/],
    ["curl https://a.example -H $'A: b\\r\\nC: d'", /more than one line/],
  ])('%s is refused', (command, refusal) => {
    expect(parseCurl(command).refusals?.join(' ')).toMatch(refusal);
  });

  it('names all options that it refuses', () => {
    expect(parseCurl('curl -k -x p -d @f https://a.example').refusals).toHaveLength(3);
  });

  it('shows no credential in an open field', () => {
    const { request } = parseCurl(
      'curl -u a:S3CRET -H "X-Auth-Token: S3CRET" -b "s=S3CRET" -H "X-Y: Bearer S3CRET" "https://a.example/x?access_token=S3CRET&sig=S3CRET"',
    );
    const shown = {
      ...request,
      authentication: undefined,
      headers: request?.headers.filter(({ secret }) => !secret),
      parameters: request?.parameters.filter(({ secret }) => !secret),
    };
    expect(JSON.stringify(shown)).not.toContain('S3CRET');
  });

  it('reads back any texts that were quoted for a shell', () => {
    const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (words) => {
        fc.pre(!words.some((word) => /\^["\r\n]/.test(word)));
        expect(shellWords(words.map(quoted).join(' \\\n'))).toEqual({ words });
      }),
    );
  });

  it('never throws and never hangs', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'curl ',
        '-',
        '-X',
        '-H ',
        '-d ',
        '--data-urlencode ',
        '-u ',
        "'",
        '"',
        "$'",
        '\\',
        '\n',
        '^',
        '^"',
        '^\n',
        '@',
        '=',
        ':',
        ' ',
        'https://',
        'a',
        '%',
        '\\u',
        '\\x4',
        '--json ',
        '{',
        '#',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { request, refusals } = parseCurl(`curl ${pieces.join('')}`);
        expect((request === undefined) !== (refusals === undefined)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    for (const hostile of ["'", '"', '\\', '^"', "$'\\", ' -H a:', 'a', '""'])
      parseCurl(`curl ${hostile.repeat(60_000)}`.slice(0, 190_000));
  });
});
