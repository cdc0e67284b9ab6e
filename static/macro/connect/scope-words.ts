/** A scope in words, with its own name where the words do not hold it already. */
export interface WordedScope {
  words: string;
  name?: string;
}

/** OpenID Connect Core 5.4 and 11, and what others call the last of them. */
const known: Readonly<Record<string, string>> = {
  openid: 'Know which account you signed in with',
  profile: 'See your name',
  email: 'See your email address',
  address: 'See your postal address',
  phone: 'See your phone number',
  offline_access: 'Keep this access while you are away',
  offline: 'Keep this access while you are away',
  refresh_token: 'Keep this access while you are away',
};

const reading: ReadonlySet<string> = new Set(['read', 'readonly', 'view', 'viewer', 'list', 'get']);
const writing: ReadonlySet<string> = new Set([
  ...['readwrite', 'write', 'edit', 'modify', 'create', 'update', 'delete', 'send', 'manage', 'admin', 'full'],
]);

/** What the scopes allow, in words as far as their names tell; what the words do not hold is named as it is. */
export function wordedScopes(scopes: readonly string[]): WordedScope[] {
  const worded = scopes.map((scope) => worded1(scope));
  return worded.filter(({ words }, at) => worded.findIndex((other) => other.words === words) === at);
}

function worded1(scope: string): WordedScope {
  const plain = Object.hasOwn(known, scope) ? known[scope] : undefined;
  if (plain !== undefined) return { words: plain };
  const words = wordsOf(scope);
  const isWriting = words.some((word) => writing.has(word.toLowerCase()));
  const isReading = words.some((word) => reading.has(word.toLowerCase()));
  const rest = words.filter((word) => ![...reading, ...writing, 'all'].includes(word.toLowerCase()));
  if ((!isWriting && !isReading) || rest.length === 0) return { words: scope };
  const object = rest.map(lowered).join(' ');
  const all = words.some((word) => word.toLowerCase() === 'all') ? ' (all)' : '';
  return { words: `${isWriting ? 'Read and change' : 'Read'} ${object}${all}`, name: scope };
}

/** The parts of a scope's name; of one that is an address, of its last part. */
function wordsOf(scope: string): string[] {
  const last = scope.slice(scope.lastIndexOf('/') + 1);
  return last.split(/[.:_\s-]+/).filter(Boolean);
}

/** Abbreviations stay as they are. */
function lowered(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
