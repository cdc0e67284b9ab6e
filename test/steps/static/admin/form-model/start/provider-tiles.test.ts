import { presets } from '../../../../../../src/presets/preset-registry';
import { providerGroups, providerMark } from '../../../../../../static/admin/form-model/start/provider-tiles';

const titles = (text: string) =>
  providerGroups(presets, text).flatMap(({ presets: found }) => found.map(({ title }) => title));

describe('the providers to start with', () => {
  test('are all of them but the one that nobody knows, each in one group', () => {
    expect(titles('')).toHaveLength(presets.length - 1);
    expect(new Set(titles('')).size).toBe(presets.length - 1);
    expect(providerGroups(presets, '').every(({ presets: found }) => found.length > 0)).toBe(true);
  });

  test.each([
    ['jira', ['Atlassian (Jira and Confluence)', 'Jira (API token)']],
    ['TOKEN jira', ['Jira (API token)']],
    ['sql trino', ['Trino']],
    ['no such provider', []],
  ])('%j finds %j', (text, found) => {
    expect(titles(text)).toEqual(found);
  });
});

describe('the mark of a provider', () => {
  test.each([
    ['Microsoft Entra ID', 'ME'],
    ['Airtable', 'AI'],
    ['monday.com', 'MC'],
    ['SAP (OData)', 'SO'],
  ])('of %j has the letters %j', (title, letters) => {
    expect(providerMark({ key: title, title }).letters).toBe(letters);
  });

  test('is always the same, and not one color for all', () => {
    const colors = presets.map((preset) => providerMark(preset).color);
    expect(presets.map((preset) => providerMark(preset).color)).toEqual(colors);
    expect(new Set(colors).size).toBeGreaterThan(5);
  });
});
