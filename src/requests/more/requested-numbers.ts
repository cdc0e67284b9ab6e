import type { PageTarget } from '../../shared/contract';
import type { PageRequest } from '../pagination/page-facts';
import { membersNearTop } from '../detect/members';

/** A number that the request sends. */
export interface SentNumber {
  name: string;
  value: number;
  target: PageTarget;
}

/** The whole numbers from 0 up in a request's query and, where it is a JSON object, in its body. */
export function sentNumbers({ url, body }: PageRequest): SentNumber[] {
  return [...numbersInQuery(url), ...numbersInBody(body)];
}

function numbersInQuery(url: URL): SentNumber[] {
  return [...url.searchParams].flatMap(([name, value]) =>
    /^\d{1,9}$/.test(value) ? [{ name, value: Number(value), target: { in: 'parameter', name } }] : [],
  );
}

/** Members of a JSON body, among them the variables of a GraphQL query; numbers may be written as texts. */
function numbersInBody(body: string | undefined): SentNumber[] {
  return membersNearTop(jsonOf(body)).flatMap(({ names, name, value }) => {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    return isCount(number) && !names.some((each) => each.includes('.'))
      ? [{ name, value: number, target: { in: 'body', name: names.join('.') } }]
      : [];
  });
}

function jsonOf(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
