import type { FieldFacts } from './field-facts';
import { isPersonName, isStatusName } from './field-names';

const ownNames = ['publicName', 'userPrincipalName', 'login'];
const otherNames = [
  'displayName',
  'display_name',
  'fullName',
  'full_name',
  'name',
  'firstName',
  'first_name',
  'givenName',
];
const personal = [
  'mail',
  'email',
  'emailAddress',
  'userName',
  'username',
  'accountId',
  'avatar',
  'avatarUrl',
  'avatarUrls',
  'jobTitle',
];
const statusNames = ['name', 'label', 'title', 'value', 'displayName', 'display_value'];

/** What the objects of a field stand for: a person, a status, or nothing that has a type of its own. */
export function objectKind(facts: FieldFacts): 'user' | 'status' | undefined {
  const { path, objects, texts, present } = facts;
  if (objects === 0 || objects + texts < present) return undefined;
  const name = String(path.at(-1));
  if (isStatusName(name) && hasText(facts, statusNames)) return 'status';
  return isPerson(facts, name) ? 'user' : undefined;
}

function isPerson(facts: FieldFacts, name: string): boolean {
  if (hasText(facts, ownNames)) return true;
  const user = facts.members.get('user');
  const holder = user && isPersonName(name) && user.objects > 0 ? user : facts;
  return hasText(holder, otherNames) && (isPersonName(name) || personal.some((each) => holder.members.has(each)));
}

const hasText = ({ members }: FieldFacts, names: readonly string[]) =>
  names.some((name) => (members.get(name)?.texts ?? 0) > 0);
