/** What servers write before JSON so that no other site can run it as a script; none of it is the beginning of JSON. */
const guard =
  /^\s*(?:\)\]\}'?,?|while\s*\(\s*1\s*\)\s*;?|for\s*\(\s*;\s*;\s*\)\s*;?|throw\s+1\s*;[^\n{[]*\n?|&&&START&&&|\{\}\s*&&)\s*/;

/** The JSON text without the prefix that keeps other sites from running it. */
export function withoutGuard(text: string): string {
  return text.replace(guard, '');
}

const call = /^\s*(?:\/\*\*\/\s*)?(?:typeof\s+[\w$.]+\s*===\s*'function'\s*&&\s*)?([A-Za-z_$][\w$.]{0,99})\s*\(\s*[[{]/;

/** The name of the function that a script calls with JSON, which is called JSONP; `undefined` for other texts. */
export function jsonpCallback(text: string): string | undefined {
  return call.exec(text.slice(0, 1000))?.[1];
}
