import type { Preset } from '../../../src/shared/contract';
import { compileRequest } from '../../../src/placeholders/request-template';
import { generic } from '../../../src/presets/generic';
import { presets } from '../../../src/presets/preset-registry';
import { checkUrl } from '../../../src/shared/host-rules';
import { matchPreset } from '../../../src/shared/preset-match';
import { compileSelector } from '../../../src/selectors/selector';

const known = presets.filter((preset) => preset !== generic);

const filled = (preset: Preset, url: string) =>
  preset.inputs.reduce((text, { name, placeholder }) => text.replaceAll(`{${name}}`, placeholder), url);

describe.each(known.map((preset) => [preset.title, preset] as const))('the preset %s', (_, preset) => {
  it('has endpoints that may be asked once its inputs are filled', () => {
    for (const url of [preset.authUrl, preset.tokenUrl, preset.request.url, preset.revokeUrl].filter(
      (text) => text !== '',
    )) {
      expect(checkUrl(filled(preset, url), { loopbackAllowed: false }).refusal).toBeUndefined();
    }
  });

  it('asks for nothing that it does not use, and uses nothing that it does not ask for', () => {
    const used =
      JSON.stringify([preset.authUrl, preset.tokenUrl, preset.request, preset.issuer]).match(/\{(\w+)\}/g) ?? [];
    expect(new Set(used.map((name) => name.slice(1, -1)))).toEqual(new Set(preset.inputs.map(({ name }) => name)));
  });

  it('has a first request that can be written', () => {
    const { parameters } = preset.request;
    const url = filled(preset, preset.request.url);
    const { template } = compileRequest({ url, parameters, headers: [], body: { kind: 'none' } });
    expect(template?.variables).toEqual([]);
    const requested = template?.fill(new Map()).url;
    expect(requested && requested.origin + requested.pathname).toBe(new URL(url).origin + new URL(url).pathname);
    for (const { name, value } of parameters) expect(requested?.searchParams.get(name)).toBe(value);
  });

  it('has a paging whose selectors can be read', () => {
    const paging = preset.pagination;
    for (const key of ['selector', 'moreSelector'] as const) {
      const selector = (paging as Partial<Record<typeof key, string>>)[key];
      if (selector) expect(compileSelector(selector).text).toBe(selector);
    }
  });

  it('asks for the scope that brings the refresh token', () => {
    const scopes = preset.scopes.split(' ').filter((scope) => scope !== '');
    expect(preset.offlineScope === undefined || scopes.includes(preset.offlineScope)).toBe(true);
    expect(scopes.every((scope) => /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/.test(scope))).toBe(true);
  });

  it('is recognized by its endpoints', () => {
    const endpoints = { authUrl: filled(preset, preset.authUrl), tokenUrl: filled(preset, preset.tokenUrl) };
    expect(matchPreset(endpoints, presets)).toBe(preset);
    expect(matchPreset(endpoints, [...presets].reverse())).toBe(preset);
  });

  it('tells where to read on, and what is usually learnt too late', () => {
    expect(preset.documentationUrl).toMatch(/^https:\/\//);
    expect(preset.hints.length).toBeGreaterThan(1);
    expect(preset.hints.every((hint) => hint.endsWith('.'))).toBe(true);
  });
});

describe('presets', () => {
  it('have keys of their own', () => {
    expect(new Set(presets.map(({ key }) => key)).size).toBe(presets.length);
  });

  it('set no parameter that the app alone sets', () => {
    const own =
      /^(?:client_id|client_secret|redirect_uri|response_type|response_mode|state|scope|code.*|grant_type|refresh_token)$/;
    expect(
      presets.flatMap(({ authorizeParameters = [] }) => authorizeParameters).filter(({ name }) => own.test(name)),
    ).toEqual([]);
  });

  it.each([
    ['https://id.example.com/a', 'https://id.example.com/t'],
    ['', ''],
    [
      'https://evil.example/https://login.microsoftonline.com/t/oauth2/v2.0/authorize',
      'https://oauth2.googleapis.com/token',
    ],
    ['https://accounts.google.com/o/oauth2/v2/auth', 'https://oauth2.googleapis.com/token/evil'],
  ])('are not recognized in %j and %j', (authUrl, tokenUrl) => {
    expect(matchPreset({ authUrl, tokenUrl }, presets)).toBeUndefined();
  });
});
