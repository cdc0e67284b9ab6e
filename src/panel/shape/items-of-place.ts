import { isElement } from '../../xml-element';
import { isObject, isPlain, type JsonObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { keyMember, rowsByKey } from './rows-by-key';

/**
 * The rows of what stands where the rows are: the entries of a list, an object itself where it is the only row or an XML
 * element, and else its members by their names; none of anything else. `read` are the members that columns read of a row, as far as known.
 */
export function itemsOfPlace(place: unknown, read: readonly string[] | undefined): readonly unknown[] {
  if (Array.isArray(place)) return place;
  if (!isObject(place)) return [];
  return isElement(place) || isOneRow(place, read) ? [place] : rowsByKey(place);
}

/** Some APIs send an object in place of a list of one. */
function isOneRow(object: JsonObject, read: readonly string[] | undefined): boolean {
  if (!read) return isOfSeveralKinds(object);
  if (read.includes(keyMember) || !read.some((name) => Object.hasOwn(object, name))) return false;
  const isReadOf = (member: unknown) => isObject(member) && read.some((name) => Object.hasOwn(member, name));
  return !membersOf(object).values.some(isReadOf);
}

/** Members of a list in disguise are all of one kind. */
function isOfSeveralKinds(object: JsonObject): boolean {
  const members = membersOf(object).values.filter((member) => member !== null);
  return members.some(isPlain) && new Set(members.map((member) => typeof member)).size > 1;
}
