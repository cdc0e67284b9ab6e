/** Where in a request the value of a secret goes, which says how it is written there. */
export type SecretPlace = 'query' | 'json' | 'text';

/** Names of placeholders that stand for secrets, as in `{secret.NAME}`. */
const prefix = 'secret.';
const letters: Readonly<Record<SecretPlace, string>> = { query: 'q', json: 'j', text: 't' };
const writers: Readonly<Record<string, (value: string) => string>> = {
  q: (value) => encodeURIComponent(wellFormed(value)),
  j: (value) => JSON.stringify(value).slice(1, -1),
  t: (value) => value,
};

const start = 'ExternalDataSecret';
/** Letters and digits alone, so that it comes through every encoding of a request unchanged. */
const mark = new RegExp(`${start}([qjt])([0-9a-f]+)End`, 'g');

/** Whether a placeholder of that name stands for a secret. */
export const isSecretPlaceholder = (name: string): boolean => name.startsWith(prefix);

/** What stands in a request in place of a secret until it is sent. It says nothing of the secret, so it may be stored. */
export const secretMark = (name: string, place: SecretPlace): string =>
  `${start}${letters[place]}${Buffer.from(name).toString('hex')}End`;

/** Whether the text could be taken for a mark, which no value from elsewhere may be. */
export const hasMark = (text: string): boolean => text.includes(start);

/** The text with the secrets in place of their marks, each encoded for its place; one that nobody has is empty. */
export function placeSecrets(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(mark, (_whole, letter: string, hex: string) => {
    const name = Buffer.from(hex, 'hex').toString();
    return writers[letter]?.(Object.hasOwn(values, name) ? (values[name] ?? '') : '') ?? '';
  });
}

/** The text with `hidden` in place of every mark. */
export const hideSecrets = (text: string, hidden: string): string => text.replace(mark, hidden);

/** Half a character cannot be encoded for a URL. */
const wellFormed = (text: string) => Buffer.from(text).toString();
