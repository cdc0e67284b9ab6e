import fc from 'fast-check';
import type { OAuth2Preset } from '../../../src/shared/contract';
import { matchPreset } from '../../../src/shared/preset-match';

function preset(key: string, authority: string, inputs: string[] = []): OAuth2Preset {
  return {
    key,
    title: key,
    inputs: inputs.map((name) => ({ name, label: name, placeholder: name })),
    group: 'identity',
    authentication: {
      type: 'oauth2',
      authUrl: `https://${authority}/authorize`,
      tokenUrl: `https://${authority}/oauth/token`,
      revokeUrl: '',
      scopes: '',
    },
    request: { method: 'GET', url: '', parameters: [], headers: [], body: { kind: 'none' } },
    pagination: { style: 'none' },
    documentationUrl: '',
    hints: [],
  };
}

const endpoints = (authority: string) => {
  const { authUrl, tokenUrl } = preset('', authority).authentication;
  return { authUrl, tokenUrl };
};

const anyHost = preset('any-host', '{host}', ['host']);
const without = (known: OAuth2Preset) => ({
  ...known,
  authentication: { ...known.authentication, authUrl: '', tokenUrl: '' },
});
const tenants = preset('tenants', 'login.example.com/{tenant}', ['tenant']);

describe('the preset of a data source', () => {
  it.each<[string, OAuth2Preset[], string | undefined]>([
    ['company.example', [tenants, anyHost], 'any-host'],
    ['login.example.com/contoso', [tenants, anyHost], 'tenants'],
    ['LOGIN.example.com/contoso', [tenants], 'tenants'],
    ['login.example.com/a/b', [tenants, anyHost], undefined],
    ['', [without(anyHost)], undefined],
  ])('for endpoints at %j among %j is %s', (authority, presets, key) => {
    expect(matchPreset(endpoints(authority), presets)?.key).toBe(key);
  });

  it.each<[string, OAuth2Preset, OAuth2Preset]>([
    ['leaves fewer inputs open', preset('one', 'auth.one.example'), anyHost],
    [
      'leaves fewer inputs open, whatever else it asks for',
      preset('one', 'auth.one.example', ['site', 'team']),
      preset('any-host', '{host}', ['host']),
    ],
    ['names more of the endpoints', preset('one', '{team}.one.example', ['team']), anyHost],
    ['has the first key', preset('a', '{host}', ['host']), preset('b', '{domain}', ['domain'])],
  ])('is the one that %s', (_, better, other) => {
    const authority = better.key === 'a' ? 'company.example' : 'auth.one.example';
    expect(matchPreset(endpoints(authority), [better, other])).toBe(better);
    expect(matchPreset(endpoints(authority), [other, better])).toBe(better);
  });

  it('does not depend on the order of the list', () => {
    const authorities = ['{host}', '{team}.one.example', 'auth.one.example', 'auth.{domain}', '{a}.{b}.example'];
    const presets = authorities.flatMap((authority, at) => [preset(`p${at}`, authority), preset(`q${at}`, authority)]);
    const requested = fc.constantFrom(
      'auth.one.example',
      'x.one.example',
      'auth.two.example',
      'a.b.example',
      'localhost',
    );
    const shuffled = fc.shuffledSubarray(presets, { minLength: presets.length });
    fc.assert(
      fc.property(requested, shuffled, (authority, order) => {
        expect(matchPreset(endpoints(authority), order)).toBe(matchPreset(endpoints(authority), presets));
      }),
    );
  });
});
