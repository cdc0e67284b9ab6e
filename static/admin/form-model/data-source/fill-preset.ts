import type { Preset, PresetAuthentication, PresetInput, RequestBody } from '../../../../src/shared/contract';
import { withoutEnd } from '../../../../src/shared/without-end';

/** Values for the placeholders of a preset by their name, such as the tenant ID. */
export type PresetInputs = Record<string, string>;

/** A host is often pasted as an address: `https://company.example/` is meant as `company.example`. */
function typedInput({ name, initial = '', isLong = false }: PresetInput, inputs: PresetInputs): string {
  const text = (inputs[name] ?? initial).trim();
  return isLong ? text : withoutEnd(text.replace(/^https?:\/\//i, ''), '/');
}

/** The inputs still empty; a preset can be applied when there are none. */
export function missingInputs(preset: Preset, inputs: PresetInputs): PresetInput[] {
  return preset.inputs.filter((input) => typedInput(input, inputs) === '');
}

type Encode = (value: string) => string;

/** A brace of the value is doubled, so that it stands for itself. */
const inTemplate: Encode = (value) => value.replace(/[{}]/g, (brace) => brace + brace);
const inJson: Encode = (value) => inTemplate(JSON.stringify(value).slice(1, -1));
const asTyped: Encode = (value) => value;

/** The preset with what was typed in the place of its placeholders; those still empty stay, and so do variables. */
export function fillPreset<Filled extends Preset>(preset: Filled, inputs: PresetInputs): Filled {
  const typed = new Map(preset.inputs.map((input) => [input.name, typedInput(input, inputs)]));
  const fill = (text: string, encode: Encode): string =>
    text.replace(/\{([^{}"\s]+)\}/g, (placeholder, name: string) => {
      const value = typed.get(name);
      return value ? encode(value) : placeholder;
    });
  const pairs = <Pair extends { value: string }>(list: readonly Pair[]): Pair[] =>
    list.map((pair) => ({ ...pair, value: fill(pair.value, inTemplate) }));
  const { request } = preset;
  return {
    ...preset,
    authentication: filledAuthentication(preset.authentication, fill),
    request: {
      ...request,
      url: fill(request.url, encodeURIComponent),
      parameters: pairs(request.parameters),
      headers: pairs(request.headers),
      body: filledBody(request.body, fill),
    },
  };
}

type Fill = (text: string, encode: Encode) => string;

function filledAuthentication(authentication: PresetAuthentication, fill: Fill): PresetAuthentication {
  switch (authentication.type) {
    case 'oauth2':
      return {
        ...authentication,
        authUrl: fill(authentication.authUrl, encodeURIComponent),
        tokenUrl: fill(authentication.tokenUrl, encodeURIComponent),
        revokeUrl: fill(authentication.revokeUrl, encodeURIComponent),
        scopes: fill(authentication.scopes, asTyped),
      };
    case 'basic':
    case 'digest':
      return { ...authentication, username: fill(authentication.username, asTyped) };
    default:
      return authentication;
  }
}

function filledBody(body: RequestBody, fill: Fill): RequestBody {
  switch (body.kind) {
    case 'json':
      return { ...body, text: fill(body.text, inJson) };
    case 'graphql':
      return { ...body, variables: fill(body.variables, inJson) };
    case 'text':
      return { ...body, text: fill(body.text, asTyped) };
    default:
      return body;
  }
}
