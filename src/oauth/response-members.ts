/** The members of an object that came from a server, by name. Names from outside are looked up as own members alone. */
export type Members = Record<string, unknown>;

/**
 * The members that the body of a response has: of a JSON object, or of a form as OAuth's first servers send it
 * (`access_token=…&token_type=…`); none where the text is something else.
 */
export function membersOf(text: string): Members {
  try {
    const value: unknown = JSON.parse(text);
    return isMembers(value) ? value : {};
  } catch {
    return isForm(text) ? Object.fromEntries(new URLSearchParams(text.trim())) : {};
  }
}

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names and values as `application/x-www-form-urlencoded` writes them, from the first name on. */
const isForm = (text: string) => /^\s*[\w.-]{1,100}=[^\s<>{}]*\s*$/.test(text);

/** The first of the members that is a text with something in it; numbers count as texts. */
export function textIn(members: Members, names: readonly string[]): string | undefined {
  const values = names.filter((name) => Object.hasOwn(members, name)).map((name) => members[name]);
  return values.map((value) => (typeof value === 'number' ? String(value) : value)).find(isText);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
