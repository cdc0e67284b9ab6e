import fc from 'fast-check';
import type { DataSourceSettings, PanelSettings, PanelVariable, RowStep } from '../../../../src/shared/contract';
import { previewPanel } from '../../../../src/editing/preview-panel';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import type { OwnAccount } from '../../../../src/ports';
import { firstRows, flightWorld, tableOf } from '../../../support/flights';
import { json } from '../../../support/memory-upstream';
import { usersUrl } from '../../../support/panels';

const rows = [
  { displayName: 'Rita', owner: 'rita@example.com', space: 'HB' },
  { displayName: 'Sam', owner: 'sam@example.com', space: 'HR' },
  { displayName: 'Nobody', owner: '', space: '' },
];
const columns = [
  { key: 'name', label: 'Name', selector: '$.displayName', type: 'text' as const },
  { key: 'owner', label: 'Owner', selector: '$.owner', type: 'text' as const },
  { key: 'space', label: 'Space', selector: '$.space', type: 'text' as const },
];
const rita: OwnAccount = { email: 'rita@example.com', displayName: 'Rita', publicName: 'Rita', active: true };
const hidden: OwnAccount = { ...rita, email: '' };

interface Case {
  panel: Partial<PanelSettings>;
  settings?: Partial<DataSourceSettings>;
}

/** The names that a reader of whom Confluence tells this gets, what is said of them, and what was requested for it. */
async function shown({ panel, settings }: Case, me: OwnAccount | undefined, values?: Record<string, string>) {
  const answered = () => json({ value: rows });
  const directory = {
    me: async () => me,
    space: async () => (me === rita ? { key: 'HB', name: 'Handbook' } : undefined),
  };
  const content = { readable: async () => ({ id: '7', spaceId: '1' }), editable: async () => undefined };
  const world = await flightWorld(
    { [usersUrl]: answered, [`${usersUrl}?owner=*`]: answered, [`${usersUrl}?owner=rita%40example.com`]: answered },
    { panel: { columns, ...panel }, settings, services: { directory: directory as never, content } },
  );
  const reader = { accountId: 'r', claimedContentId: '7' };
  const request = { panelId: world.panel.id, window: firstRows, values };
  const reply = tableOf(await loadPanel(request, reader, world.services));
  expect(tableOf(await loadPanel(request, reader, world.services)).view.rows).toEqual(reply.view.rows);
  const before = world.upstream.requests.length;
  const preview = await previewPanel(world.panel.settings, values ?? {}, reader, world.services);
  expect(preview.view).toMatchObject({ totalRows: reply.view.totalRows });
  return {
    names: reply.view.rows.map(([name]) => name),
    warnings: reply.reading.warnings,
    requests: before,
  };
}

const where = (operator: string, value: string, column = 'owner'): RowStep =>
  ({ kind: 'where', match: 'all', conditions: [{ column, operator, value }] }) as RowStep;
const withDefault = (defaultValue: string): PanelVariable[] => [
  { key: 'owner', label: 'Owner', required: false, type: 'text', defaultValue },
];
const requested: Partial<DataSourceSettings> = {
  request: {
    method: 'GET',
    url: usersUrl,
    parameters: [{ name: 'owner', value: '{owner}' }],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'owner', defaultValue: '*' }],
};
const asked = (parameters: { name: string; value: string }[]) => ({ request: { path: '', parameters } });

describe('a filter by what Confluence does not tell matches nothing', () => {
  it.each<[string, Case]>([
    ['equals', { panel: { rowSteps: [where('equals', '{$.user.email}')] } }],
    ['its opposite', { panel: { rowSteps: [where('not-equals', '{$.user.email}')] } }],
    ['contains', { panel: { rowSteps: [where('contains', '{$.user.email}')] } }],
    ['a part of a text', { panel: { rowSteps: [where('not-contains', 'by {$.user.email}')] } }],
    ['an order', { panel: { rowSteps: [where('at-least', '{$.user.email}')] } }],
    ['the first that has a value', { panel: { rowSteps: [where('contains', '{$.user.email || $.space.key}')] } }],
    ['a space that could not be looked up', { panel: { rowSteps: [where('contains', '{$.space.key}', 'space')] } }],
    ['a selector', { panel: { filters: [{ selector: "$.value[?@.owner == '{$.user.email}']" }] } }],
    ['the opposite in a selector', { panel: { filters: [{ selector: "$.value[?@.owner != '{$.user.email}']" }] } }],
    ['a pattern', { panel: { filters: [{ selector: "$.value[?search(@.owner, '{$.user.email}')]" }] } }],
    [
      'a later selector',
      { panel: { filters: [{ selector: '$.value' }, { selector: '$[?@.owner != "{$.user.email}"]' }] } },
    ],
    [
      'a variable with such a default',
      { panel: { variables: withDefault('{$.user.email}'), rowSteps: [where('contains', '{$.owner}')] } },
    ],
    [
      'one with a part of such a default',
      { panel: { variables: withDefault('x{$.user.email}'), rowSteps: [where('not-equals', '{$.owner}')] } },
    ],
    ['a value of the request', { settings: requested, panel: { variableValues: { owner: '{$.user.email}' } } }],
    ['a variable of the request’s name', { settings: requested, panel: { variables: withDefault('{$.user.email}') } }],
    ['a parameter of the panel', { panel: asked([{ name: 'owner', value: '{$.user.email}' }]) }],
    [
      'a computed column',
      {
        panel: {
          rowSteps: [computed('IF([Owner] = "{$.user.email}", "mine", "other")'), where('equals', 'mine', 'mine')],
        },
      },
    ],
    [
      'the opposite of one',
      { panel: { rowSteps: [computed('[Owner] = "{$.user.email}"'), where('not-equals', 'x', 'mine')] } },
    ],
    ['an empty one', { panel: { rowSteps: [computed('"{$.user.email}"'), where('empty', '', 'mine')] } }],
  ])('in %s', async (_, at) => {
    const { names, warnings } = await shown(at, hidden);
    expect(names).toEqual([]);
    expect(warnings.join(' ')).toMatch(/Confluence does not tell the app/);
    expect((await shown(at, undefined)).names).toEqual([]);
    expect((await shown(at, rita)).warnings).toEqual([]);
  });

  it.each<[string, Case]>([
    ['a value of the request', { settings: requested, panel: { variableValues: { owner: '{$.user.email}' } } }],
    ['a selector', { panel: { filters: [{ selector: "$.value[?@.owner == '{$.user.email}']" }] } }],
  ])('and nothing is requested for %s', async (_, at) => {
    expect((await shown(at, hidden)).requests).toBe(0);
  });

  it('while other conditions of which any counts still do', async () => {
    const conditions = [
      { column: 'owner', operator: 'equals' as const, value: '{$.user.email}' },
      { column: 'space', operator: 'equals' as const, value: 'HR' },
    ];
    const at = { panel: { rowSteps: [{ kind: 'where' as const, match: 'any' as const, conditions }] } };
    expect((await shown(at, hidden)).names).toEqual(['Sam']);
    expect((await shown(at, rita)).names).toEqual(['Rita', 'Sam']);
  });

  it('while only what a reader leaves empty is no condition', async () => {
    const at = { panel: { variables: withDefault('{$.user.email}'), rowSteps: [where('contains', '{$.owner}')] } };
    expect((await shown(at, hidden, { owner: '' })).names).toHaveLength(3);
    expect((await shown(at, hidden, { owner: 'sam' })).names).toEqual(['Sam']);
    const empty = { settings: requested, panel: { variables: withDefault('') } };
    expect((await shown(empty, hidden)).names).toHaveLength(3);
  });

  it('whatever the operator and the text around it', async () => {
    const operators = [
      'equals',
      'not-equals',
      'contains',
      'not-contains',
      'starts-with',
      'ends-with',
      'less',
      'at-most',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operators, 'greater', 'at-least'),
        fc.stringMatching(/^[a-z@ ]{0,3}$/),
        fc.constantFrom('name', 'owner', 'space'),
        async (operator, text, column) => {
          const at = { panel: { rowSteps: [where(operator, `${text}{$.user.email}${text}`, column)] } };
          expect((await shown(at, hidden)).names).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

function computed(expression: string): RowStep {
  return { kind: 'compute', column: { key: 'mine', label: 'Mine', type: 'text', expression } };
}
