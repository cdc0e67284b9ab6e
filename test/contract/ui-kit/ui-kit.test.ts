import { createWire } from '../../../local/bridge/wire';
import { fieldEvent } from '../../../local/ui-kit/events';
import type { ForgeNode } from '../../../local/ui-kit/forge-doc';
import { readNode, textBelow } from '../../../local/ui-kit/forge-doc';
import { bundle } from './bundle';

/** Components that the package exports and the host does not draw: they are not Atlaskit's, or read what is not modelled. */
const NAMED = (
  'AtlassianIcon AtlassianTile BarChart StackBarChart HorizontalBarChart HorizontalStackBarChart LineChart PieChart ' +
  'DonutChart ChromelessEditor CommentEditor FileCard FilePicker Frame Icon'
).split(' ');

/** Every type of node that a settings dialog may send. */
const DRAWN = (
  'Root Fragment String Text Heading Strong Em Strike Code CodeBlock Link List ListItem Box Stack Inline Pressable ' +
  'ContentWrapper Form FormHeader FormSection FormFooter Label HelperMessage ErrorMessage ValidMessage ' +
  'RequiredAsterisk Textfield TextArea Select Checkbox CheckboxGroup Radio RadioGroup Toggle Range Button ' +
  'LoadingButton LinkButton ButtonGroup SectionMessage SectionMessageAction EmptyState Lozenge Badge Tag TagGroup ' +
  'Spinner ProgressBar Tooltip Image DynamicTable Tabs Modal ModalTransition ModalHeader ModalTitle ModalBody ModalFooter ' +
  'AdfRenderer Bleed Breadcrumbs BreadcrumbsItem Calendar Comment DatePicker InlineEdit Pagination Popup ProgressTracker ' +
  'Tile TimePicker User UserGroup UserPicker'
).split(' ');

interface Renderer {
  draw(document: unknown, people?: { accountId: string; displayName: string }[]): string;
  drawConfig(document: unknown, values: Record<string, unknown>): string;
  isDrawn(type: string): boolean;
}

/** The dialog of a UI Kit app with the unmodified `@forge/react` behind a wire, seen from the host's end. */
class Dialog {
  private document: ForgeNode | null = null;
  /** The form of classic settings, where the app has one. */
  settings: ForgeNode | null = null;
  private readonly waiting: { isThere: () => boolean; done: () => void }[] = [];
  readonly submitted: unknown[] = [];
  private readonly channel = new MessageChannel();
  readonly host = createWire(this.channel.port1, (cmd, payload) => this.response(cmd, payload));
  private readonly frame = createWire(this.channel.port2, () => undefined);
  readonly bridge = { callBridge: (cmd: string, payload: unknown) => this.frame.call(cmd, payload) };

  private response(cmd: string, payload: unknown): unknown {
    if (cmd === 'submit') this.submitted.push(payload);
    else if (cmd === 'reconcile') this.take(readNode((payload as { forgeDoc: unknown }).forgeDoc));
    else throw new Error(`The fixture should not send ${cmd}.`);
    for (const wait of this.waiting.filter((one) => one.isThere())) wait.done();
    return undefined;
  }

  private take(document: ForgeNode | null): void {
    if (document?.type === 'MacroConfig') this.settings = document;
    else this.document = document;
  }

  get root(): ForgeNode {
    if (!this.document) throw new Error('No document has come.');
    return this.document;
  }

  all(type: string, below: ForgeNode = this.root): ForgeNode[] {
    return [...(below.type === type ? [below] : []), ...below.children.flatMap((child) => this.all(type, child))];
  }

  node(type: string): ForgeNode {
    const [found] = this.all(type);
    if (!found) throw new Error(`The document has no ${type}.`);
    return found;
  }

  async call(type: string, prop: string, argument?: unknown): Promise<void> {
    await (this.node(type).props[prop] as (argument?: unknown) => Promise<void>)(argument);
  }

  /** Resolves when this is so, which is looked at whenever the app sends something. */
  async until(isThere: () => boolean): Promise<void> {
    if (!isThere()) await new Promise<void>((done) => this.waiting.push({ isThere, done }));
  }

  /** Resolves with the first document that has words of this type. */
  async shows(type: string, words: string): Promise<void> {
    await this.until(() => this.document !== null && this.all(type).some((node) => textBelow(node) === words));
  }

  close(): void {
    this.host.close();
    this.frame.close();
  }
}

let renderer: Renderer;
let app: string;
let more: string;
let dialog: Dialog;

beforeAll(async () => {
  renderer = require(await bundle('draw.tsx', 'node')) as Renderer;
  app = await bundle('settings.tsx');
  more = await bundle('more.tsx');
});

beforeEach(async () => {
  dialog = new Dialog();
  Object.assign(globalThis, { self: globalThis, __bridge: dialog.bridge });
  jest.isolateModules(() => void require(app));
  await dialog.shows('HelperMessage', 'Nothing chosen');
});

afterEach(() => dialog.close());

test('every type of node that a settings dialog may send is drawn', () => {
  expect(DRAWN.filter((type) => !renderer.isDrawn(type))).toEqual([]);
});

test('the whole dialog is drawn, with nothing left out', () => {
  const html = renderer.draw(dialog.root);
  expect(html).not.toContain('is not modelled');
  for (const words of [
    'Fruit settings',
    'Choose a fruit',
    'Peel',
    'Read on',
    'Pick some',
    'First panel',
    'Cancel',
    'Save',
  ]) {
    expect(html).toContain(words);
  }
  expect(html).toMatch(/<img[^>]* width="150px"/);
});

test('a label belongs to its field, by the ids that the app sent', () => {
  const html = renderer.draw(dialog.root);
  const fields = dialog.all('Label').map((label) => String(label.props.labelFor));
  expect(fields).toHaveLength(2);
  for (const id of fields) {
    expect(html).toContain(`for="${id}"`);
    expect(html).toMatch(new RegExp(`<input[^>]* id="${id}"`));
  }
});

test('a table sorts numbers as numbers when its cells carry no sort key of their own', () => {
  const table = renderer.draw({ ...dialog.root, children: [dialog.node('DynamicTable')] });
  const order = ['Quince', 'Sloe', 'Medlar'].map((name) => table.indexOf(`>${name}<`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});

test('a document that does not start at a root is refused by its type', () => {
  expect(renderer.draw({ ...dialog.root, type: 'MacroConfig' })).toContain(
    'A document of type &quot;MacroConfig&quot;',
  );
});

test('every component of the package is drawn, or shown by its name', () => {
  const types = Object.values(require('@forge/react') as object).filter((one) => typeof one === 'string');
  const partsOfTabs = ['Tab', 'TabList', 'TabPanel'];
  const missing = types.filter((type) => !renderer.isDrawn(type) && !partsOfTabs.includes(type));
  expect(missing.sort()).toEqual([...NAMED].sort());
});

test('dates, people, comments, places and overlays are drawn, and the form of classic settings with what is kept', async () => {
  jest.isolateModules(() => void require(more));
  await dialog.until(() => dialog.settings !== null);
  await dialog.shows('Text', 'Ripe by May');
  const html = renderer.draw(dialog.root, [{ accountId: '557058:ada', displayName: 'Ada Admin' }]);
  expect(html).not.toContain('is not modelled');
  for (const words of [
    'Written by hand',
    'Row 7',
    'May',
    'Reply',
    'Medlar',
    'Open it',
    'Sown',
    'Ada Admin',
    'Unknown user',
  ]) {
    expect(html).toContain(words);
  }
  const form = renderer.drawConfig(dialog.settings, { city: 'Rome', fruit: 'medlar', live: true });
  for (const words of ['value="Rome"', 'Medlar', 'checked']) expect(form).toContain(words);
  expect(renderer.drawConfig(dialog.settings, {})).toContain('value="Oslo"');
});

test('an unknown type shows its name', () => {
  const unknown = { type: 'BarChart', props: {}, children: [], key: 'c' };
  expect(renderer.draw({ ...dialog.root, children: [unknown] })).toContain(
    'BarChart is not modelled by the local host',
  );
});

test('the chosen option reaches the app as it wrote it, and its next document follows', async () => {
  await dialog.call('Select', 'onChange', { label: 'Medlar', value: 'medlar' });
  await dialog.shows('ValidMessage', 'Medlar');
  expect(renderer.draw(dialog.root)).toContain('Medlar');
});

test('what is typed and ticked is what the app submits', async () => {
  await dialog.call('Textfield', 'onChange', fieldEvent('change', { value: 'Hedge', type: 'text' }));
  await dialog.call('Checkbox', 'onChange', fieldEvent('change', { checked: false, type: 'checkbox' }));
  await dialog.call('Form', 'onSubmit', { type: 'submit' });
  await dialog.until(() => dialog.submitted.length > 0);
  expect(dialog.submitted).toEqual([{ config: { title: 'Hedge', live: false, fruit: '' } }]);
});

test('a field that breaks the rule of the app keeps the dialog open and says so', async () => {
  await dialog.call('Textfield', 'onChange', fieldEvent('change', { value: 'Hedgerow fruit', type: 'text' }));
  await dialog.call('Form', 'onSubmit', { type: 'submit' });
  await dialog.shows('ErrorMessage', 'A title has at most 10 characters.');
  expect(dialog.submitted).toEqual([]);
});
