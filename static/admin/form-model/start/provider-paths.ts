/** The path of an input of a preset among the errors of the form. */
export const inputPath = (name: string): string => `input.${name}`;

const credentials = [
  'clientId',
  'clientSecret',
  'secretExpiresOn',
  'privateKey',
  'username',
  'password',
  'token',
  'apiKey',
];

/** The paths of errors that the few fields of a provider show; for others, the whole form is needed. */
export const providerPaths: readonly string[] = [
  'input.',
  'name',
  'allowedSpaces',
  'allowedSpaces.',
  ...credentials.flatMap((name) => [name, `authentication.${name}`]),
  'authentication.assertion.subject',
  'authentication.assertion.audience',
];
