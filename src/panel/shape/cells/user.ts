import { shorten } from '../../../shared/shorten';
import { isRecord, type JsonRecord, firstMemberText } from './named';
import { unreadable } from './unreadable';

/** Members by which systems name a person, the one that people know them by first. */
const names = [
  ['displayName', 'display_name', 'publicName', 'fullName', 'full_name', 'name', 'Name', 'realName', 'real_name'],
  ['userPrincipalName', 'login', 'userName', 'username', 'mail', 'email', 'emailAddress', 'Email'],
];
const givenNames = ['firstName', 'first_name', 'givenName', 'given_name', 'FirstName'];
const familyNames = ['lastName', 'last_name', 'familyName', 'family_name', 'surname', 'LastName'];
const longestName = 200;

/** A person's name: a text as it stands, of an object the member that names them; several people with commas between them. */
export function readUser(value: unknown): string | null | typeof unreadable {
  if (value === null || value === undefined) return null;
  const people = (Array.isArray(value) ? value : [value]).map(nameOf);
  if (people.includes(undefined)) return unreadable;
  const all = people.filter((name) => name !== '').join(', ');
  return all === '' ? null : shorten(all, longestName);
}

function nameOf(person: unknown): string | undefined {
  if (typeof person === 'string') return person.trim();
  if (typeof person === 'number') return String(person);
  return isRecord(person) ? nameIn(person) : person === null ? '' : undefined;
}

/** The name in an object for a person; `undefined` where it names none. */
export function nameIn(person: JsonRecord): string | undefined {
  const [known = [], addresses = []] = names;
  const parts = [firstMemberText(person, givenNames), firstMemberText(person, familyNames)].filter(
    (part) => part !== undefined,
  );
  const name =
    firstMemberText(person, known) ?? (parts.length > 0 ? parts.join(' ') : firstMemberText(person, addresses));
  const { user } = person; // Microsoft Graph says who did something as `{"user": {…}}`
  return name ?? (isRecord(user) ? firstMemberText(user, [...known, ...addresses]) : undefined);
}
