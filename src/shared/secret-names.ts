/** The name under which the value of a secret header travels and is kept. */
export const headerSecretName = (header: string): string => `header.${header.toLowerCase()}`;

/** The name under which the value of a secret parameter of the token request travels and is kept. */
export const tokenParameterSecretName = (parameter: string): string => `tokenParameter.${parameter}`;
