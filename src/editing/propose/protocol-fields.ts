import { keyMember, valueMember } from '../../panel/shape/rows-by-key';
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
