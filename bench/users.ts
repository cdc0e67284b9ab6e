import type { ColumnSettings } from '../src/shared/contract';
import { makeUser } from '../local/demo/directory/users';

/** Fields of the demo's users that make 50,000 rows a body of 10 MB, as `$select` would. */
function selected(index: number) {
  const { id, displayName, mail, jobTitle, accountEnabled, createdDateTime } = makeUser(index);
  return { id, displayName, mail, jobTitle, accountEnabled, createdDateTime, level: level(index) };
}

/** A number for each user, spread over a thousand values. */
function level(index: number): number {
  return (index * 7919) % 1009;
}

/** The body of a response as Microsoft Graph writes it: about 10 MB for 50,000 rows, one name in seven not ASCII. */
export function usersBody(rows: number): Buffer {
  const value = Array.from({ length: rows }, (_, index) => selected(index));
  return Buffer.from(JSON.stringify({ '@odata.context': 'https://graph.example/v1.0/$metadata#users', value }));
}

/** Six columns of six types. */
export const userColumns: ColumnSettings[] = [
  { label: 'Name', selector: '$.displayName', type: 'text' },
  { label: 'Mail', selector: '$.mail', type: 'email' },
  { label: 'Job title', selector: '$.jobTitle', type: 'text' },
  { label: 'Enabled', selector: '$.accountEnabled', type: 'boolean' },
  { label: 'Since', selector: '$.createdDateTime', type: 'date-time' },
  { label: 'Level', selector: '$.level', type: 'number' },
];

export const userRows = '$.value[*]';
