import { responseDepth } from '../shared/limits';

type Members = Record<string, unknown>;

interface OpenElement {
  name: string;
  text: string;
  members: Members;
  /** Whether it has attributes or children; if not, it is its text. */
  hasMembers: boolean;
  isNil: boolean;
}

/** Puts the events of a parser together. Objects have no prototype, so `__proto__` is a name like any other. */
export class XmlBuilder {
  readonly document: Members = noMembers();
  private readonly openElements: OpenElement[] = [];

  constructor(
    private readonly listNames: ReadonlySet<string>,
    private readonly tooDeep: () => Error,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.openElements.length >= responseDepth) throw this.tooDeep();
    const element: OpenElement = { name, text: '', members: noMembers(), hasMembers: false, isNil: false };
    for (const [attribute, value] of Object.entries(attributes)) addAttribute(element, attribute, value);
    this.openElements.push(element);
  }

  text(piece: string): void {
    const element = this.openElements.at(-1);
    if (element) element.text += piece;
  }

  close(): void {
    const element = this.openElements.pop();
    if (!element) return;
    const parent = this.openElements.at(-1);
    if (parent) parent.hasMembers = true;
    this.add(parent?.members ?? this.document, element.name, valueOf(element));
  }

  private add(members: Members, name: string, value: unknown): void {
    if (!(name in members)) members[name] = this.listNames.has(name) ? [value] : value;
    else if (Array.isArray(members[name])) members[name].push(value);
    else members[name] = [members[name], value];
  }
}

const noMembers = () => Object.create(null) as Members;

function addAttribute(element: OpenElement, name: string, value: string): void {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return;
  if (name === 'xsi:nil') element.isNil = /^(?:true|1)$/.test(value.trim());
  else {
    element.members[`@${name}`] = value;
    element.hasMembers = true;
  }
}

function valueOf({ text, members, hasMembers, isNil }: OpenElement): unknown {
  if (!hasMembers) return isNil ? null : text;
  const own = text.trim();
  if (own !== '') members['#text'] = own;
  return members;
}
