import type { NeededSecret, SecretValues } from '../authentication/secret';
import type { DataSourceForm, DataSourceSettings } from '../shared/contract';
import type { Secrets } from '../ports';
import type { FieldError } from '../shared/problem';
import { bindingRefusal, otherReceiver, readSecrets, secretNames, type SecretRecord } from './credentials';
import type { Credentials } from './data-source';
import { neededSecrets } from './needed-secrets';
import { refuseFields } from './rules';
import { checkTypedSecrets, typedSecrets } from './typed-secrets';

type TypedForm = Pick<DataSourceForm, 'settings' | 'secrets'>;

/** Stored secrets that a form may fall back on, the first choice first. */
type Candidates = readonly (Credentials | undefined)[];

/** The secrets that go with a form, all that are wanted of it. */
export interface ChosenSecrets {
  values: SecretValues;
  /** The stored record that holds exactly these, where none was typed. */
  record?: Credentials;
}

/**
 * The secrets of a form, all that it needs unless fewer are wanted: each as it was typed, or else as it is stored, if it was typed for this connection then.
 * @throws Problem `invalid-input` with the secrets to type, `busy` (they were replaced a moment ago), `forbidden`
 */
export async function chooseSecrets(
  form: TypedForm,
  stored: Candidates,
  secrets: Secrets,
  wanted: readonly NeededSecret[] = neededSecrets(form.settings),
): Promise<ChosenSecrets> {
  refuseFields(secretErrors(form, stored, wanted));
  const typed = typedSecrets(form.settings, form.secrets);
  const kept = wanted.filter(({ name }) => typed[name] === undefined);
  const sources = kept.map((needed) => sourceOf(needed, form.settings, stored));
  const read = recordReader(secrets);
  const values = { ...typed };
  for (const [index, needed] of kept.entries()) {
    values[needed.name] = await keptValue(needed, sources[index], form.settings, read);
  }
  return { values, record: wholeRecord(wanted, sources) };
}

/** What is wrong with the form's secrets, typed and stored, by field; empty if it can be used. */
export function secretErrors(
  { settings, secrets }: TypedForm,
  stored: Candidates,
  wanted: readonly NeededSecret[] = neededSecrets(settings),
): FieldError[] {
  const typed = typedSecrets(settings, secrets);
  const missing = wanted.flatMap((needed) => {
    if (typed[needed.name] !== undefined || sourceOf(needed, settings, stored)) return [];
    return [{ path: `secrets.${needed.name}`, message: whyMissing(needed, settings, stored) }];
  });
  return [...checkTypedSecrets(settings, secrets), ...missing];
}

/** Whether the stored secrets are all that the settings call for, and may be used with them. */
export const hasAllSecrets = (settings: DataSourceSettings, stored: Credentials | undefined) =>
  secretErrors({ settings, secrets: {} }, [stored]).length === 0;

function sourceOf(
  { name, receiver }: NeededSecret,
  settings: DataSourceSettings,
  stored: Candidates,
): Credentials | undefined {
  return stored.find(
    (each) => each && secretNames(each).includes(name) && bindingRefusal(each, settings, receiver) === undefined,
  );
}

function whyMissing({ name, label, receiver }: NeededSecret, settings: DataSourceSettings, stored: Candidates): string {
  const last = stored.filter((each) => secretNames(each).includes(name)).at(-1);
  const why = last && bindingRefusal(last, settings, receiver);
  return why === undefined ? `Enter ${label}.` : `Enter ${label} again: ${why}`;
}

type ReadRecord = (source: Credentials) => Promise<SecretRecord>;

/** Reads each record once. */
function recordReader(secrets: Secrets): ReadRecord {
  const found = new Map<string, Promise<SecretRecord>>();
  return (source) => {
    const record = found.get(source.secretKey) ?? readSecrets(source, secrets);
    found.set(source.secretKey, record);
    return record;
  };
}

/**
 * What the pointer says of its secrets is looked up in the secret record once more: that one nobody can write openly.
 */
async function keptValue(
  { name, receiver }: NeededSecret,
  source: Credentials | undefined,
  settings: DataSourceSettings,
  read: ReadRecord,
): Promise<string> {
  if (!source) return '';
  const record = await read(source);
  if (bindingRefusal(record, settings, receiver) !== undefined) throw otherReceiver();
  return record.values[name] ?? '';
}

/** The one record that holds all that is needed and nothing else, so that a dropped secret is not kept. */
function wholeRecord(needed: readonly NeededSecret[], sources: Candidates): Credentials | undefined {
  const [first] = sources;
  const isOne = sources.length === needed.length && sources.every((each) => each?.secretKey === first?.secretKey);
  return isOne && first && secretNames(first).length === needed.length ? first : undefined;
}
