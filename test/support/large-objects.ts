/** JSON of one object with that many members, by what they are. */
export const largeObjects: Readonly<Record<string, (members: number) => string>> = {
  numbers: (members) => objectOf(members, (at) => `"m${at}":${at}`),
  texts: (members) => objectOf(members, (at) => `"m${at}":"t${at}"`),
  objects: (members) => objectOf(members, (at) => `"m${at}":{"id":${at},"name":"n"}`),
  'objects by id': (members) => objectOf(members, (at) => `"${at}":{"id":${at},"name":"n"}`),
  'empty objects': (members) => objectOf(members, (at) => `"m${at}":{}`),
  'objects in objects': (members) => objectOf(members, (at) => `"m${at}":{"a":{"b":{"c":${at}}}}`),
  'numbers within': (members) => `{"total":5,"data":${objectOf(members, (at) => `"m${at}":${at}`)}}`,
  lists: (members) => objectOf(members, (at) => `"m${at}":[${at}]`),
  'long names': (members) => objectOf(members, (at) => `"aNextPage${at}":${at}`),
};

function objectOf(members: number, memberAt: (index: number) => string): string {
  return `{${Array.from({ length: members }, (_, index) => memberAt(index)).join()}}`;
}
