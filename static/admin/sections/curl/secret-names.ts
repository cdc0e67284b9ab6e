/** Headers and parameters whose values are credentials by their names. */
const secretName =
  /(?:^|[-_.])(?:authorization|auth|cookie|token|secret|password|passwd|pwd|apikey|api[-_]?key|access[-_]?key|subscription[-_]?key|private[-_]?token|signature|sig|credential|session(?:[-_]?id)?|jwt|key)$/i;
const runTogether = /(?:apikey|accesstoken|authtoken|accesskey|clientsecret|sessionid|secretkey)$/i;

/** Values that are credentials whatever their name: JSON web tokens and the prefixes of well-known providers. */
const secretValue =
  /^(?:bearer\s|basic\s|eyJ[\w-]{10,}\.|gh[pousr]_|glpat-|xox[abps]-|sk_live_|sk-[\w-]{20,}|AIza[\w-]{30,})/i;

/** Whether the value belongs into a secret field. In doubt it does. */
export function isSecret(name: string, value: string): boolean {
  return secretName.test(name) || runTogether.test(name.replace(/[^a-z]/gi, '')) || secretValue.test(value.trim());
}
