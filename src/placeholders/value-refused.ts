import { Problem } from '../shared/problem';

/** The problem of a value that cannot be written where its placeholder stands; `why` is the rest of the sentence. */
export function valueRefused(variable: string, why: string): Problem {
  const message = `The value of ${variable.replaceAll('$.', '')} ${why}.`;
  return new Problem('invalid-input', message, { fields: [{ path: `variables.${variable}`, message }] });
}
