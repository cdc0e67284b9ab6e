export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these own members that is a text with something in it or a number, as text; `undefined` where none is. */
export function firstMemberText(value: JsonRecord, names: readonly string[]): string | undefined {
  for (const name of names) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof member === 'string' && member.trim() !== '') return member.trim();
    if (typeof member === 'number') return String(member);
  }
  return undefined;
}
