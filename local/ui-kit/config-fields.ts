import type { ForgeNode } from './forge-doc';

/** A macro's settings by the names of their fields. */
export type ConfigValues = Readonly<Record<string, unknown>>;

type Change = (name: string, value: unknown) => void;

/** The node and all below it, with the fields tied to the values. */
export function filled(node: ForgeNode, values: ConfigValues, change: Change): ForgeNode {
  const { name } = node.props;
  const children = node.children.map((child) => filled(child, values, change));
  const field = typeof name === 'string' && FIELDS.has(node.type) ? name : undefined;
  if (field === undefined) return { ...node, children };
  const kept = values[field] ?? node.props.defaultValue;
  const onChange = (event: unknown): void => change(field, valueOf(node.type, event));
  const props = { ...node.props, ...(kept !== undefined && shown(node, kept)), onChange };
  return labelled({ ...node, children, props }, field);
}

/** Fields of classic settings may bring their label as a prop; those that draw it themselves keep it. */
function labelled(field: ForgeNode, name: string): ForgeNode {
  const { label, id = `setting-${name}` } = field.props;
  if (typeof label !== 'string' || OWN_LABEL.has(field.type)) return field;
  const words = { type: 'String', props: { text: label }, children: [], key: 'words' };
  const above = { type: 'Label', props: { labelFor: id }, children: [words], key: 'label' };
  return {
    type: 'Fragment',
    props: {},
    children: [above, { ...field, props: { ...field.props, id } }],
    key: field.key,
  };
}

const OWN_LABEL = new Set(['Checkbox', 'Toggle', 'UserPicker']);

/** The components that may stand in classic settings: the platform's page on configuration of a macro lists them. */
const FIELDS = new Set([
  'CheckboxGroup',
  'Checkbox',
  'DatePicker',
  'RadioGroup',
  'Range',
  'Select',
  'Textfield',
  'TextArea',
  'TimePicker',
  'Toggle',
  'UserPicker',
]);

function shown({ type }: ForgeNode, kept: unknown): Record<string, unknown> {
  if (type === 'Checkbox' || type === 'Toggle') return { isChecked: kept === true };
  return type === 'UserPicker' ? { defaultValue: kept } : { value: kept };
}

/** What is kept of a change: an option by its value, a person by their account, a field by what it holds. */
function valueOf(type: string, event: unknown): unknown {
  if (Array.isArray(event)) return event.map((one) => valueOf(type, one));
  if (typeof event !== 'object' || event === null) return event ?? '';
  const { target, value, id } = event as { target?: Record<string, unknown>; value?: unknown; id?: unknown };
  if (target) return type === 'Checkbox' || type === 'Toggle' ? target['checked'] === true : target['value'];
  return type === 'UserPicker' ? id : value;
}
