/** Secrets by name, as they lie in secret storage. */
export type SecretValues = Record<string, string>;

/** A secret that settings call for. */
export interface NeededSecret {
  /** As in `SecretInput`. */
  name: string;
  /** In a sentence, as in "Enter the API key". */
  label: string;
  /** Who receives it: the API with each request, or the authorization server. */
  receiver: 'api' | 'authorization-server';
  /** What it may be: a header takes visible ASCII alone, of a password the spaces around it count, a key has lines. */
  kind: 'header' | 'text' | 'password' | 'private-key';
}
