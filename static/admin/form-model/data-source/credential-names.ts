/** Headers, parameters and members whose values are credentials by the last word of their names. */
const secretName =
  /(?:^|[-_.])(?:authorization|authentication|auth|cookie|token|secret|secret[-_]?id|password|passwd|pwd|passphrase|apikey|api[-_]?key|access[-_]?(?:key|code)|subscription[-_]?key|private[-_]?token|signature|sig|credentials?|session(?:[-_]?id)?|jwt|assertion|key)$/i;

/** The same in names that are written in one word or in camel case. */
const runTogether =
  /(?:(?:api|app|auth|access|session|client|secret|shared|license|licence|tracker|private|refresh|bearer|security|subscription|service|master|user|id)(?:key|token|secret|password)|sessionid|secretid|accesscode)$/i;

/** Names of credentials that others have as well: only a value that nobody writes by hand makes them one. */
const perhapsName = /^(?:code|sas|appid|app[-_]id|access)$/i;
const madeByMachine = /^(?=.*\d)(?=.*[a-z])[\w+/=~.%-]{8,}$/i;

/** Values that are credentials whatever their name: JSON web tokens and the prefixes of well-known providers. */
const secretValue =
  /^(?:bearer\s|basic\s|eyJ[\w-]{10,}\.|gh[pousr]_|glpat-|xox[abps]-|sk_live_|sk-[\w-]{20,}|AIza[\w-]{30,})/i;

/** Whether the value belongs into a secret field. In doubt it does. */
export function isSecret(name: string, value: string): boolean {
  if (perhapsName.test(name)) return madeByMachine.test(value.trim());
  return secretName.test(name) || runTogether.test(name.replace(/[^a-z]/gi, '')) || secretValue.test(value.trim());
}
