import type { Preset, PresetGroup } from '../../../../src/shared/contract';
import { textSearch } from '../../../../src/shared/fold';

export interface ProviderGroup {
  group: PresetGroup;
  title: string;
  presets: Preset[];
}

/** The groups, in the order of the screen. */
const titles: Readonly<Record<PresetGroup, string>> = {
  identity: 'Identity and directories',
  work: 'Work and documents',
  development: 'Development and operations',
  business: 'Sales, finance and support',
  sql: 'SQL over HTTP',
  'open-data': 'Open data',
};

/** A preset without a request is for the fields of a provider that nobody knows; it is no place to start. */
const isProvider = ({ request }: Preset): boolean => request.url !== '';

/** The providers in whose name or group each word of the text occurs, by group; groups without any are left out. */
export function providerGroups(presets: readonly Preset[], text: string): ProviderGroup[] {
  const isMeant = textSearch(text);
  const groups = (Object.keys(titles) as PresetGroup[]).map((group) => {
    const title = titles[group];
    const known = presets.filter((preset) => preset.group === group && isProvider(preset));
    return { group, title, presets: known.filter((preset) => isMeant(`${preset.title} ${title}`)) };
  });
  return groups.filter(({ presets: found }) => found.length > 0);
}

const colors = ['blue', 'teal', 'green', 'yellow', 'orange', 'red', 'magenta', 'purple', 'gray'] as const;

/** What stands for a provider: no logo, which is not ours to show, but the first letters of its name on a color. */
export interface ProviderMark {
  letters: string;
  color: (typeof colors)[number];
}

/** The same mark each time for the same provider. */
export function providerMark({ key, title }: Pick<Preset, 'key' | 'title'>): ProviderMark {
  const [first = '', second] = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2);
  const sum = Array.from(key, (letter) => letter.charCodeAt(0)).reduce((total, code) => total + code, 0);
  return { letters: letters.toUpperCase(), color: colors[sum % colors.length] ?? 'gray' };
}
