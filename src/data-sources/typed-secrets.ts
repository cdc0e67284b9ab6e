import type { NeededSecret, SecretValues } from '../authentication/secret';
import type { DataSourceSettings, TypedSecrets } from '../shared/contract';
import { keyRefusal } from '../shared/private-key';
import type { FieldError } from '../shared/problem';
import { withoutEnd } from '../shared/without-end';
import { neededSecrets } from './needed-secrets';

/**
 * The secrets that were typed and that the settings call for, without the spaces that copying brings; a password keeps
 * its spaces and loses line breaks alone.
 */
export function typedSecrets(settings: DataSourceSettings, typed: TypedSecrets): SecretValues {
  const found = neededSecrets(settings).map(
    (needed) => [needed.name, clean(needed, typed[needed.name] ?? '')] as const,
  );
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}

/** Whether the form carries a secret that its settings call for. */
export const hasTypedSecret = (settings: DataSourceSettings, typed: TypedSecrets) =>
  Object.keys(typedSecrets(settings, typed)).length > 0;

/** What is wrong with the typed secrets, by field; empty if they can be sent. */
export function checkTypedSecrets(settings: DataSourceSettings, typed: TypedSecrets): FieldError[] {
  const values = typedSecrets(settings, typed);
  return neededSecrets(settings).flatMap((needed) => {
    const message = refusal(needed, values[needed.name] ?? '');
    return message === undefined ? [] : [{ path: `secrets.${needed.name}`, message }];
  });
}

const clean = ({ kind }: NeededSecret, value: string) =>
  kind === 'password' && value.trim() !== '' ? withoutEnd(value.replace(/^[\r\n]+/, ''), '\r\n') : value.trim();

/** RFC 9110 section 5.5: a header's value is visible ASCII here, with spaces inside at most. */
function refusal({ kind, label }: NeededSecret, value: string): string | undefined {
  if (kind === 'private-key') return value === '' ? undefined : keyRefusal(value);
  const copied = `Copy ${label} again:`;
  if (kind === 'header' && /[^\x20-\x7e]/.test(value)) {
    return `${copied} it contains a line break or a character that a header cannot carry.`;
  }
  return /[\u0000-\u001f\u007f]/.test(value)
    ? `${copied} it contains a line break or another control character.`
    : undefined;
}
