import { isObject, type JsonObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { rowAround } from './row-around-value';

/** The member under which a row that comes from an object such as `{"a1": {…}, "b2": {…}}` has its name there. */
export const keyMember = '@key';
/** The member under which a row that comes from an object such as `{"CHF": 0.94}` has its value. */
export const valueMember = '@value';

/**
 * The members of an object as rows that know their names: an object as `{"@key": "a1", …}`, where one that has such a member
 * of its own keeps it, and everything else as `{"@key": "CHF", "@value": 0.94}`.
 */
export function rowsByKey(object: JsonObject): unknown[] {
  const { names, values } = membersOf(object);
  return names.map((key, at) => {
    const member = values[at];
    if (isObject(member)) return { [keyMember]: key, ...member } satisfies JsonObject;
    return rowAround(member, { [keyMember]: key, [valueMember]: member });
  });
}
