import type { OAuth2Authentication, OAuth2Preset, Preset, PresetOAuth2 } from './contract';

const placeholder = /\{[^{}]*\}/g;

/**
 * The preset whose endpoints these are, whatever stands for its inputs; `undefined` for an unknown provider. Of several
 * the one that leaves the fewest inputs open in its endpoints, because it says most; then the one with the longest
 * endpoints, then the first by key: never by the order of the list.
 */
export function matchPreset(
  { authUrl, tokenUrl }: Pick<OAuth2Authentication, 'authUrl' | 'tokenUrl'>,
  presets: readonly Preset[],
): OAuth2Preset | undefined {
  const matching = presets
    .filter(hasSignIn)
    .filter(
      ({ authentication }) => matches(authentication.tokenUrl, tokenUrl) && matchesSignIn(authentication, authUrl),
    );
  return matching.sort(compareMatches)[0];
}

/** Whether tokens are obtained for the provider of the preset. */
export const hasSignIn = (preset: Preset): preset is OAuth2Preset => preset.authentication.type === 'oauth2';

function compareMatches(one: OAuth2Preset, other: OAuth2Preset): number {
  return openInputs(one) - openInputs(other) || fixedLength(other) - fixedLength(one) || (one.key < other.key ? -1 : 1);
}

const endpoints = ({ authentication: { authUrl, tokenUrl } }: OAuth2Preset) => `${authUrl} ${tokenUrl}`;
const openInputs = (preset: OAuth2Preset) => new Set(endpoints(preset).match(placeholder)).size;
const fixedLength = (preset: OAuth2Preset) => endpoints(preset).replace(placeholder, '').length;

/** Where nobody signs in, there is no Auth URL. */
const matchesSignIn = ({ authUrl, grantType = 'authorization_code' }: PresetOAuth2, url: string): boolean =>
  grantType === 'authorization_code' ? matches(authUrl, url) : url.trim() === '';

/** An input of a host or path holds no slash. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '') return false;
  const fixed = pattern.split(placeholder).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('[^/?#]+')}$`, 'i').test(url.trim());
}
