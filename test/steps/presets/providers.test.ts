import type { DataSourceSettings, OAuth2Preset, PanelSettings, Preset } from '../../../src/shared/contract';
import { checkSettings } from '../../../src/data-sources/rules';
import { checkPanel } from '../../../src/editing/check-panel';
import { lintConnection } from '../../../src/editing/lint-connection';
import { generic } from '../../../src/presets/generic';
import { presets } from '../../../src/presets/preset-registry';
import { settingsSchema } from '../../../src/resolvers/data-source-schema';
import { panelSettingsSchema } from '../../../src/resolvers/panel-schema';
import { checkUrl } from '../../../src/shared/host-rules';
import { hasSignIn, matchPreset } from '../../../src/shared/preset-match';
import { emptyDataSource, toSettings } from '../../../static/admin/form-model/data-source/data-source-values';
import { fillPreset, missingInputs } from '../../../static/admin/form-model/data-source/fill-preset';
import { presetStart } from '../../../static/admin/form-model/data-source/presets';
import * as v from 'valibot';

const policy = { loopbackAllowed: false };
const known = presets.filter((preset) => preset !== generic);
const titled = <Known extends Preset>(list: Known[]) => list.map((preset) => [preset.title, preset] as const);

const inputsOf = ({ inputs }: Preset) => Object.fromEntries(inputs.map((input) => [input.name, input.placeholder]));

/** What the form of the preset says once its inputs, the credentials and the spaces are filled in. */
function settingsOf(preset: Preset): DataSourceSettings {
  const start = presetStart(preset, inputsOf(preset));
  const typed = { clientId: 'an-app', username: start.username || 'a-user', assertionSubject: 'someone' };
  return toSettings({ ...emptyDataSource, ...start, ...typed, spacesMode: 'all' });
}

const storedSource = (settings: DataSourceSettings) => ({
  schema: 1,
  rev: 1,
  by: 'a',
  id: 'a'.repeat(32),
  settings,
  createdBy: 'a',
  createdAt: 0,
  updatedAt: 0,
});

describe.each(titled(known))('the preset %s', (_, preset) => {
  const settings = settingsOf(preset);

  it('is a sound data source once its inputs are filled, at hosts and ports that can be reached', () => {
    expect(missingInputs(preset, inputsOf(preset))).toEqual([]);
    expect(v.parse(settingsSchema, settings)).toEqual(settings);
    expect(checkSettings(settings, 'save', policy)).toEqual([]);
    expect(checkUrl(settings.request.url, policy).refusal).toBeUndefined();
  });

  it('has no placeholders but its inputs and its variables, and uses each of them', () => {
    const { authentication, request, inputs, variables = [] } = preset;
    const used = JSON.stringify([authentication, request]).match(/\{(\w+)\}/g) ?? [];
    const names = new Set(used.map((name) => name.slice(1, -1)));
    expect(names).toEqual(new Set([...inputs, ...variables].map(({ name }) => name)));
    expect(settings.variables).toEqual(variables);
  });

  it('takes every text for what it is, braces and quotes included', () => {
    const typed = preset.inputs.filter(({ isLong }) => isLong).map(({ name }) => [name, `SELECT "{x}", '\\' FROM t`]);
    const start = presetStart(preset, { ...inputsOf(preset), ...Object.fromEntries(typed) });
    const asked = toSettings({ ...emptyDataSource, ...start });
    expect(checkSettings({ ...settings, request: asked.request }, 'save', policy)).toEqual([]);
    expect(asked.variables).toEqual(preset.variables ?? []);
  });

  it('has panels that fit it', () => {
    for (const panel of preset.panels ?? []) {
      const { name, description, request, variableValues = {}, filters, columns } = panel;
      const whole: PanelSettings = {
        name,
        description,
        dataSourceId: 'a'.repeat(32),
        ...(request && { request }),
        variableValues,
        filters,
        columns,
        visual: { type: 'table', rowsPerPage: 20 },
      };
      expect(v.parse(panelSettingsSchema, whole)).toEqual(whole);
      expect(checkPanel(whole, storedSource(settings))).toEqual([]);
    }
    const keys = (preset.panels ?? []).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lints without more than hints', () => {
    const state = { badge: { state: 'not-authenticated' as const }, grant: undefined, callbackCopied: true, now: 0 };
    const findings = lintConnection({ settings }, state);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('tells where to read on, and what is usually learnt too late', () => {
    expect(preset.documentationUrl).toMatch(/^https:\/\//);
    expect(preset.hints.length).toBeGreaterThan(1);
    const ends = preset.hints.concat((preset.panels ?? []).map(({ description }) => description));
    expect(ends.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
  });
});

const signIns = known.filter(hasSignIn);
const filled = (preset: OAuth2Preset) => fillPreset(preset, inputsOf(preset)).authentication;

/** What the sign-in of the provider is like, whatever is read with it. */
function habits({ scopes: _, ...others }: OAuth2Preset['authentication']) {
  return others;
}

describe.each(titled(signIns))('the sign-in of %s', (_, preset) => {
  it('has endpoints that may be requested', () => {
    const { authUrl, tokenUrl, revokeUrl } = filled(preset);
    for (const url of [authUrl, tokenUrl, revokeUrl].filter((text) => text !== '')) {
      expect(checkUrl(url, policy).refusal).toBeUndefined();
    }
  });

  it('asks for the scope that brings the refresh token', () => {
    const { scopes: text, offlineScope } = preset.authentication;
    const scopes = text.split(' ').filter((scope) => scope !== '');
    expect(offlineScope === undefined || scopes.includes(offlineScope)).toBe(true);
    expect(scopes.every((scope) => /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/.test(scope))).toBe(true);
  });

  it('is recognized by its endpoints, be it as that of another preset of the provider', () => {
    const recognized = [presets, [...presets].reverse()].map((list) => matchPreset(filled(preset), list));
    expect(recognized[0]).toBe(recognized[1]);
    expect(recognized[0] && habits(recognized[0].authentication)).toEqual(habits(preset.authentication));
  });
});

describe('presets', () => {
  it('have keys and titles of their own', () => {
    expect(new Set(presets.map(({ key }) => key)).size).toBe(presets.length);
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
  });

  it('set no parameter that the app alone sets', () => {
    const own =
      /^(?:client_id|client_secret|redirect_uri|response_type|response_mode|state|scope|code.*|grant_type|refresh_token)$/;
    const parameters = signIns.flatMap(({ authentication }) => authentication.authorizeParameters ?? []);
    expect(parameters.filter(({ name }) => own.test(name))).toEqual([]);
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
