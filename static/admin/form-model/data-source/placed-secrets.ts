import { isSecret } from './credential-names';
import type { DataSourceValues } from './data-source-values';
import type { NamedRow } from '../named-rows';
import { newRow } from '../named-rows';

/** Takes values that are to be secret, and gives a placeholder for each, as in `{secret.api_key}`. */
export interface SecretKeeper {
  placed: Record<string, string>;
  placeholderFor(name: string, value: string): string;
}

/** A keeper beside whose secrets those of these names stand already. */
export function secretKeeper(taken: readonly string[] = []): SecretKeeper {
  const placed: Record<string, string> = {};
  const isFree = (name: string, value: string) => !taken.includes(name) && (placed[name] ?? value) === value;
  return {
    placed,
    placeholderFor(written, value) {
      const base = `secret.${nameOf(written)}`;
      let name = base;
      for (let number = 2; !isFree(name, value); number += 1) name = `${base}_${number}`;
      placed[name] = value;
      return `{${name}}`;
    },
  };
}

function nameOf(written: string): string {
  const name = written.replace(/[^\w-]+/g, '_').slice(0, 60);
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

type Places = Pick<DataSourceValues, 'url' | 'parameters' | 'body' | 'placedSecrets'>;

/** The names of query parameters, in the URL and beside it, and of form fields that hold a credential in the open. */
export function openCredentials({ url, parameters, body }: Places): string[] {
  const fields = body.kind === 'form' ? body.fields : [];
  const open = [...queryOf(url).items, ...parameters, ...fields].filter(isOpenCredential);
  return [...new Set(open.map(({ name }) => name))];
}

/** The form with those values as secrets; what stood in the URL becomes a parameter beside it. */
export function withSecretsKept({ url, parameters, body, placedSecrets }: Places, taken: readonly string[]): Places {
  const keeper = secretKeeper(taken);
  const { items, withItems } = queryOf(url);
  const kept = (row: NamedRow): NamedRow =>
    isOpenCredential(row) ? { ...row, value: keeper.placeholderFor(row.name, row.value) } : row;
  const moved = items
    .filter(isOpenCredential)
    .map(({ name, value }) => newRow(name, keeper.placeholderFor(name, value)));
  return {
    url: withItems(items.filter((item) => !isOpenCredential(item)).map(({ text }) => text)),
    parameters: [...parameters.map(kept), ...moved],
    body: { ...body, fields: body.kind === 'form' ? body.fields.map(kept) : body.fields },
    placedSecrets: { ...placedSecrets, ...keeper.placed },
  };
}

/** What holds a placeholder is open on purpose, or no longer. */
const isOpenCredential = ({ name, value }: { name: string; value: string }) =>
  value.trim() !== '' && !/[{}]/.test(value) && isSecret(name.trim(), value);

function queryOf(url: string) {
  const [, base = '', query, end = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(url) ?? [];
  const items = (query ?? '').split('&').filter((text) => text !== '');
  return {
    items: items.map((text) => ({ text, ...pairOf(text) })),
    withItems: (texts: readonly string[]) =>
      texts.length === items.length ? url : `${base}${texts.length > 0 ? `?${texts.join('&')}` : ''}${end}`,
  };
}

function pairOf(item: string): { name: string; value: string } {
  const [pair] = new URLSearchParams(item);
  return { name: pair?.[0] ?? '', value: pair?.[1] ?? '' };
}
