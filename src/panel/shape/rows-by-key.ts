import { isObject, type JsonObject } from '../../shared/row-shapes/json-object';
import { type Members, membersOf } from '../../shared/row-shapes/members';
import { rowAround } from './row-around-value';

/** The member under which a row that comes from an object such as `{"a1": {…}, "b2": {…}}` has its name there. */
export const keyMember = '@key';
/** The member under which a row that comes from an object such as `{"CHF": 0.94}` has its value. */
export const valueMember = '@value';

/** Fewer are made as fast as they are found again. */
const many = 1000;

const known = new WeakMap<object, readonly unknown[]>();

/**
 * The members of an object as rows that know their names: an object as `{"@key": "a1", …}`, where one that has such a member
 * of its own keeps it, and everything else as `{"@key": "CHF", "@value": 0.94}`. Those of a large object are made once: what is
 * proposed for them and what is then read of them looks at the same rows.
 */
export function rowsByKey(object: JsonObject): readonly unknown[] {
  const before = known.get(object);
  if (before) return before;
  const rows = rowsOf(membersOf(object));
  if (rows.length >= many) known.set(object, rows);
  return rows;
}

function rowsOf({ names, values }: Members): readonly unknown[] {
  return names.map((key, at) => {
    const member = values[at];
    if (isObject(member)) return { [keyMember]: key, ...member } satisfies JsonObject;
    return rowAround(member, { [keyMember]: key, [valueMember]: member });
  });
}
