import type { PageTarget } from '../../shared/contract';
import { wordsOf } from '../more/name-words';
import { membersNearTop } from './members';
import type { SeenResponse } from './seen-response';

/** A name that the request sends, and where. */
export interface SentName {
  name: string;
  words: readonly string[];
  target: PageTarget;
  value: unknown;
}

/** The parameters of the request and the members of its JSON body, three levels deep. */
export function sentNames({ url, body }: Pick<SeenResponse, 'url' | 'body'>): SentName[] {
  const parameters = [...url.searchParams].map(([name, value]): SentName => {
    return { name, words: wordsOf(name), target: { in: 'parameter', name }, value };
  });
  const members = membersNearTop(jsonBody(body)).filter(({ names }) => !names.some((name) => /[.[]/.test(name)));
  const fields = members.map(({ names, name, value }): SentName => {
    return { name, words: wordsOf(name), target: { in: 'body', name: names.join('.') }, value };
  });
  return [...parameters, ...fields];
}

/** The body as a JSON object; `undefined` where it is none. */
export function jsonBody(body: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = body === undefined ? undefined : JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The GraphQL query that the body holds; `undefined` for any other, such as one of SQL. */
export function graphqlQuery(body: string | undefined): string | undefined {
  const query = jsonBody(body)?.['query'];
  return typeof query === 'string' && /^\s*(?:#.*\n\s*)*(?:query\b|\{|fragment\b)/.test(query) ? query : undefined;
}
