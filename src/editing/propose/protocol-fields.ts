import { keyMember, valueMember } from '../../panel/shape/rows-by-key';
import { wordsOf } from '../../requests/more/name-words';
import type { FieldFacts, FieldPath } from './field-facts';
import { isImageName } from './field-names';

/** OData and JSON-LD write about a value under names with `@`, which in XML are attributes. */
export function isAnnotation(path: FieldPath): boolean {
  const isOurs = (step: string) => step === keyMember || step === valueMember;
  return path.some(
    (step) => typeof step === 'string' && !isOurs(step) && (step.includes('@odata.') || step.startsWith('@')),
  );
}

/** Whether a field is the protocol's own, by a name that begins with `__`, as OData 2 has it. */
export function isOfProtocol(path: FieldPath): boolean {
  return path.some((step) => typeof step === 'string' && step.startsWith('__'));
}

const kindNames = new Set(['type', 'datatype', 'valuetype', 'kind', 'lang']);
/** What holds more is no cell but a thing with a kind and a value of its own. */
const mostInCell = 4;

/**
 * Whether a field only says of what kind the `value` beside it is, in the same word wherever there is one, as `type` does in
 * `{"type": "NUMBER", "value": "12"}`.
 */
export function isKindOfValue({ path, present, texts, distinct }: FieldFacts, holder: FieldFacts): boolean {
  const isCell = holder.path.some((step) => step !== valueMember) && holder.members.size <= mostInCell;
  const isSame = present === holder.present && texts === present && distinct.size === 1;
  return isCell && isSame && holder.members.has('value') && kindNames.has(wordsOf(String(path.at(-1))).join(''));
}

const besideLink = new Set(['type', 'rel', 'kind', 'templated', 'title', 'method']);
const address = /^(?:https?:\/\/|\/(?!Date\())\S+$/i;

/** Whether an object only leads to other places, as `{"self": {"href": …}}` does: a client follows that, no reader. */
export function isOnlyLinks({ path, members, objects, present }: FieldFacts): boolean {
  if (objects === 0 || objects !== present || isImageName(String(path.at(-1)))) return false;
  const others = [...members].filter(([name]) => !besideLink.has(String(name)));
  return others.length > 0 && others.every(([, member]) => isOnlyLinks(member) || isAddress(member));
}

function isAddress({ texts, present, samples }: FieldFacts): boolean {
  return present > 0 && texts === present && samples.every((text) => address.test(text));
}
