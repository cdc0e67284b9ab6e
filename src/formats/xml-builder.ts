import { responseDepth } from '../shared/limits';
import { newElement, type XmlElement } from '../xml-element';
import type { ValueBudget } from './value-budget';

/** Where elements stand in a document: the names that lead there, without numbers. */
interface Place {
  children: Map<string, Place>;
  /** An element came again there within its parent, so that all that stand there are in lists. */
  isList: boolean;
  /** Until then, the parents that have one. */
  parents: XmlElement[];
}

/** What there is to keep, in values of about 32 bytes. */
const costs = { element: 1, attribute: 2, members: 3, place: 16 };

interface OpenElement {
  name: string;
  text: string;
  members: XmlElement;
  place: Place;
  /** Whether it has attributes or children; if not, it is its text. */
  hasMembers: boolean;
  isNil: boolean;
}

/**
 * Puts the events of a parser together. What comes again within one parent is a list in every parent at the same place,
 * so that all rows of a document are alike.
 */
export class XmlBuilder {
  readonly document = newElement();
  private readonly root = newPlace();
  private readonly openElements: OpenElement[] = [];

  constructor(
    private readonly tooDeep: () => Error,
    private readonly budget: ValueBudget,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.openElements.length >= responseDepth) throw this.tooDeep();
    const place = this.placeWithin(this.openElements.at(-1)?.place ?? this.root, name);
    const element: OpenElement = { name, text: '', members: newElement(), place, hasMembers: false, isNil: false };
    for (const [attribute, value] of Object.entries(attributes)) this.addAttribute(element, attribute, value);
    this.openElements.push(element);
    this.budget.spend(costs.element);
  }

  text(piece: string): void {
    const element = this.openElements.at(-1);
    if (element) element.text += piece;
  }

  close(): void {
    const element = this.openElements.pop();
    if (!element) return;
    const parent = this.openElements.at(-1);
    if (parent) this.giveMembers(parent);
    add(parent?.members ?? this.document, element.name, valueOf(element), element.place);
  }

  private placeWithin({ children }: Place, name: string): Place {
    let place = children.get(name);
    if (place) return place;
    this.budget.spend(costs.place);
    children.set(name, (place = newPlace()));
    return place;
  }

  private giveMembers(element: OpenElement): void {
    if (!element.hasMembers) this.budget.spend(costs.members);
    element.hasMembers = true;
  }

  private addAttribute(element: OpenElement, name: string, value: string): void {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return;
    if (name === 'xsi:nil') element.isNil = /^(?:true|1)$/.test(value.trim());
    else {
      this.budget.spend(costs.attribute);
      element.members[`@${name}`] = value;
      this.giveMembers(element);
    }
  }
}

function newPlace(): Place {
  return { children: new Map(), isList: false, parents: [] };
}

function add(parent: XmlElement, name: string, value: unknown, place: Place): void {
  if (name in parent && !place.isList) makeList(name, place);
  const list = parent[name];
  if (Array.isArray(list)) list.push(value);
  else if (place.isList) parent[name] = [value];
  else {
    parent[name] = value;
    place.parents.push(parent);
  }
}

function makeList(name: string, place: Place): void {
  place.isList = true;
  for (const parent of place.parents) parent[name] = [parent[name]];
  place.parents = [];
}

function valueOf({ text, members, hasMembers, isNil }: OpenElement): unknown {
  if (!hasMembers) return isNil ? null : text;
  const own = text.trim();
  if (own !== '') members['#text'] = own;
  return members;
}
