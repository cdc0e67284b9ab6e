import { createWire } from '../../../local/bridge/wire';
import { fieldEvent } from '../../../local/ui-kit/events';
import type { ForgeNode } from '../../../local/ui-kit/forge-doc';
import { readNode, textBelow } from '../../../local/ui-kit/forge-doc';
import { bundle } from './bundle';

/** Every type of node that a settings dialog may send. */
const DRAWN = (
  'Root Fragment String Text Heading Strong Em Strike Code CodeBlock Link List ListItem Box Stack Inline Pressable ' +
  'ContentWrapper Form FormHeader FormSection FormFooter Label HelperMessage ErrorMessage ValidMessage ' +
  'RequiredAsterisk Textfield TextArea Select Checkbox CheckboxGroup Radio RadioGroup Toggle Range Button ' +
  'LoadingButton LinkButton ButtonGroup SectionMessage SectionMessageAction EmptyState Lozenge Badge Tag TagGroup ' +
  'Spinner ProgressBar Tooltip Image DynamicTable Tabs Modal ModalTransition ModalHeader ModalTitle ModalBody ModalFooter'
).split(' ');

interface Renderer {
  draw(document: unknown): string;
  isDrawn(type: string): boolean;
}

/** The dialog of a UI Kit app with the unmodified `@forge/react` behind a wire, seen from the host's end. */
class Dialog {
  private document: ForgeNode | null = null;
  private readonly waiting: { isThere: () => boolean; done: () => void }[] = [];
  readonly submitted: unknown[] = [];
  private readonly channel = new MessageChannel();
  readonly host = createWire(this.channel.port1, (cmd, payload) => this.response(cmd, payload));
  private readonly frame = createWire(this.channel.port2, () => undefined);
  readonly bridge = { callBridge: (cmd: string, payload: unknown) => this.frame.call(cmd, payload) };

  private response(cmd: string, payload: unknown): unknown {
    if (cmd === 'submit') this.submitted.push(payload);
    else if (cmd === 'reconcile') this.document = readNode((payload as { forgeDoc: unknown }).forgeDoc);
    else throw new Error(`The fixture should not send ${cmd}.`);
    for (const wait of this.waiting.filter((one) => one.isThere())) wait.done();
    return undefined;
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
let dialog: Dialog;

beforeAll(async () => {
  renderer = require(await bundle('draw.tsx')) as Renderer;
  app = await bundle('settings.tsx');
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

test('an unknown type shows its name', () => {
  const unknown = { type: 'Calendar', props: {}, children: [], key: 'c' };
  expect(renderer.draw({ ...dialog.root, children: [unknown] })).toContain(
    'Calendar is not modelled by the local host',
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
