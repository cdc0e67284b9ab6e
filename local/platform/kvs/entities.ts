import type { Entity } from '../../shared/manifest';
import { listed } from './conditions';
import { refused } from './refusal';
import type { Conditions } from './request';

type Attribute = Entity['attributes'][string]['type'];

const maxInteger = 2 ** 31 - 1;
const fits: Record<Attribute, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value) + 0.5) <= maxInteger + 0.5,
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

/** The custom entities that the manifest declares. */
export class EntityTypes {
  constructor(private readonly types: ReadonlyMap<string, Entity>) {}

  /**
   * The declared entity.
   * @throws KvsRefusal `INVALID_ENTITY_NAME` when the manifest declares none of that name.
   */
  get(name: string): Entity {
    const type = this.types.get(name);
    if (!type) throw refused('INVALID_ENTITY_NAME', `The manifest declares no entity "${name}".`);
    return type;
  }

  /** @throws KvsRefusal `INVALID_ENTITY_VALUE` when the value is no object or an attribute is undeclared or of another type. */
  checkValue(name: string, value: unknown): void {
    const { attributes } = this.get(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refused('INVALID_ENTITY_VALUE', `A value of the entity "${name}" must be an object.`);
    }
    for (const [attribute, part] of Object.entries(value)) {
      const type = attributes[attribute]?.type;
      if (!type) throw refused('INVALID_ENTITY_VALUE', `The entity "${name}" declares no attribute "${attribute}".`);
      if (!fits[type](part))
        throw refused('INVALID_ENTITY_VALUE', `"${attribute}" of "${name}" must be of type ${type}.`);
    }
  }

  /** @throws KvsRefusal `INVALID_CONDITION` when conditions name an undeclared attribute, or are none or too many. */
  checkConditions(name: string, conditions: Conditions, most: number): void {
    const { attributes } = this.get(name);
    const list = listed(conditions);
    if (list.length === 0 || list.length > most) throw refused('INVALID_CONDITION', `Conditions must be 1 to ${most}.`);
    for (const { property } of list) {
      if (!attributes[property])
        throw refused('INVALID_CONDITION', `The entity "${name}" declares no attribute "${property}".`);
    }
  }
}
