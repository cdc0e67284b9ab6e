import type { Preset } from '../shared/contract';

/** The preset whose endpoints the two URLs are, whatever stands for its inputs; `undefined` for an unknown provider. */
export function presetOf(authUrl: string, tokenUrl: string, presets: readonly Preset[]): Preset | undefined {
  return presets.find((preset) => fits(preset.tokenUrl, tokenUrl) && fits(preset.authUrl, authUrl));
}

/** An input of a host or path holds no slash. */
function fits(pattern: string, url: string): boolean {
  if (pattern === '') return false;
  const fixed = pattern.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('[^/?#]+')}$`, 'i').test(url.trim());
}
