import { isObject } from '../../../../src/shared/row-shapes/json-object';
import { listOf, type Part, partOf, resolved } from './document';
import { exampleText, exampleNumber, exampleFlag } from './plain-examples';

/** Values in one example, members of an object, and levels: enough for a table, and an end for schemas in circles. */
const mostValues = 4000;
const mostMembers = 100;
const mostLevels = 8;

interface Making {
  document: Part;
  /** Address that examples of links lead to. */
  url: string;
  left: number;
}

/** Where in the example a value stands. */
interface Place {
  name: string;
  /** Which entry of its list it belongs to, from 0. */
  entry: number;
  /** The schemas around it. */
  around: readonly Part[];
}

/** A value as a schema describes it; lists have two entries. `undefined` where the schema says nothing, or would never end. */
export function exampleOf(schema: unknown, document: Part, url: string): unknown {
  return valueFor(schema, { name: '', entry: 0, around: [] }, { document, url, left: mostValues });
}

function valueFor(schema: unknown, place: Place, making: Making): unknown {
  const part = resolved(schema, making.document);
  if (!part || --making.left < 0 || place.around.length >= mostLevels || place.around.includes(part)) return undefined;
  const inside = { ...place, around: [...place.around, part] };
  if ('const' in part) return part.const;
  if (Array.isArray(part.enum)) return entryOf(part.enum, place);
  const parts = listOf(part.allOf).map((each) => valueFor(each, inside, making));
  const own = ownValue(part, inside, making);
  const all = [...parts, own].filter((value) => value !== undefined);
  return all.length > 1 && all.every(isObject) ? Object.assign({}, ...all) : all.at(-1);
}

const entryOf = (values: readonly unknown[], { entry }: Place): unknown =>
  values.filter((value) => value !== null)[entry % Math.max(1, values.length)] ?? values[0];

function ownValue(part: Part, place: Place, making: Making): unknown {
  const choices = [...listOf(part.oneOf), ...listOf(part.anyOf)];
  const chosen = choices.find((choice) => resolved(choice, making.document)?.type !== 'null');
  if (chosen !== undefined && part.properties === undefined) return valueFor(chosen, place, making);
  switch (typeOf(part)) {
    case 'object':
      return objectFor(part, place, making);
    case 'array':
      return listFor(part, place, making);
    case 'string':
      return exampleText(part, place, making.url);
    case 'integer':
    case 'number':
      return exampleNumber(part, place);
    case 'boolean':
      return exampleFlag(place.name);
    default:
      return plainExample(part);
  }
}

/** One type of several (OpenAPI 3.1, "type"), or the one that the other members speak of. */
function typeOf({ type, properties, additionalProperties, items, prefixItems }: Part): unknown {
  const named: unknown = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  if (named !== undefined) return named;
  if (properties !== undefined || additionalProperties !== undefined) return 'object';
  return items !== undefined || prefixItems !== undefined ? 'array' : undefined;
}

const plainExample = (part: Part): unknown => part.example ?? listOf(part.examples)[0] ?? part.default;

function objectFor(part: Part, place: Place, making: Making): unknown {
  const members = Object.entries(partOf(part.properties)).slice(0, mostMembers);
  const { additionalProperties } = part;
  if (members.length === 0 && isObject(additionalProperties)) return mapFor(additionalProperties, place, making);
  if (members.length === 0) return plainExample(part);
  return withoutAbsent(members.map(([name, schema]) => [name, valueFor(schema, { ...place, name }, making)] as const));
}

function mapFor(schema: unknown, place: Place, making: Making): unknown {
  const names = ['first-name', 'second-name'];
  return withoutAbsent(
    names.map((name, entry) => [name, valueFor(schema, { ...place, name, entry }, making)] as const),
  );
}

const withoutAbsent = (entries: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function listFor({ items, prefixItems }: Part, place: Place, making: Making): unknown[] {
  const places = listOf(prefixItems);
  const schemas = places.length > 0 ? places : [items, items];
  const values = schemas.map((schema, at) => {
    const entry = places.length > 0 ? place.entry : at;
    return valueFor(schema, { ...place, entry }, making);
  });
  return values.filter((value) => value !== undefined);
}
