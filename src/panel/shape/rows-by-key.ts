import { isElement } from '../../xml-element';
import { isRecord, type JsonRecord } from './cells/named';

/** The member under which a row that comes from an object such as `{"a1": {…}, "b2": {…}}` has its name there. */
export const keyMember = '@key';

/**
 * The members of an object as rows that know their names, as `{"@key": "a1", …}`; a row that has such a member of its own
 * keeps it, and plain values stay as they are. `undefined` for what is no object, and for an XML element.
 */
export function rowsByKey(value: unknown): unknown[] | undefined {
  return isRecord(value) && !isElement(value) ? Object.entries(value).map(keyedRow) : undefined;
}

function keyedRow([key, member]: [string, unknown]): unknown {
  return isRecord(member) ? ({ [keyMember]: key, ...member } satisfies JsonRecord) : member;
}
