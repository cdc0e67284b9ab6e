import type { ForgeNode } from '../../../../local/ui-kit/forge-doc';
import { filled } from '../../../../local/ui-kit/config-fields';

type Change = [string, unknown];

const node = (type: string, props: object, children: ForgeNode[] = []): ForgeNode => ({
  type,
  props: { ...props },
  children,
  key: type,
});

/** The field as the form ties it, and what a change by its component is kept as. */
function tied(type: string, props: object, values: Record<string, unknown> = {}) {
  const changes: Change[] = [];
  const root = node('Root', {}, [node(type, { name: 'it', ...props })]);
  const { props: shown } = filled(root, values, (name, value) => void changes.push([name, value])).children[0]!;
  const change = (event: unknown): unknown => {
    (shown['onChange'] as (event: unknown) => void)(event);
    return changes.at(-1);
  };
  return { shown, change };
}

test.each([
  ['Textfield', { target: { value: 'Oslo' } }, 'Oslo'],
  ['TextArea', { target: { value: 'a\nb' } }, 'a\nb'],
  ['RadioGroup', { target: { value: 'b', checked: true } }, 'b'],
  ['CheckboxGroup', ['a', 'b'], ['a', 'b']],
  ['Toggle', { target: { checked: true } }, true],
  ['Checkbox', { target: { checked: false, value: 'x' } }, false],
  ['DatePicker', '2026-05-04', '2026-05-04'],
  ['Select', { label: 'B', value: 'b' }, 'b'],
  ['Select', [{ label: 'B', value: 'b' }], ['b']],
  ['Select', null, ''],
  ['UserPicker', { id: 'ada', type: 'user', name: 'Ada' }, 'ada'],
  ['UserPicker', [{ id: 'ada' }, { id: 'bob' }], ['ada', 'bob']],
])('a change of a %s is kept under its name: %j', (type, event, kept) => {
  expect(tied(type, {}).change(event)).toEqual(['it', kept]);
});

test.each([
  ['Textfield', { defaultValue: 'Oslo' }, undefined, { value: 'Oslo' }],
  ['Textfield', { defaultValue: 'Oslo' }, 'Rome', { value: 'Rome' }],
  ['Toggle', {}, true, { isChecked: true }],
  ['UserPicker', {}, 'ada', { defaultValue: 'ada' }],
])('a %s with %j shows what is kept, or else its default', (type, props, kept, shown) => {
  const values = kept === undefined ? {} : { it: kept };
  expect(tied(type, props, values).shown).toMatchObject(shown);
});

test('a field with a label of its own is shown below it', () => {
  const [group] = filled(
    node('Root', {}, [node('Textfield', { name: 'it', label: 'City' })]),
    {},
    () => undefined,
  ).children;
  expect(group!.children.map(({ type, props }) => [type, props['labelFor'] ?? props['id']])).toEqual([
    ['Label', 'setting-it'],
    ['Textfield', 'setting-it'],
  ]);
});

test('what has no name, or is no field, is left as it is', () => {
  const root = node('Root', {}, [node('Textfield', {}), node('Text', { name: 'it' })]);
  expect(filled(root, { it: 1 }, () => undefined)).toEqual(root);
});
