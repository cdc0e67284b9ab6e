import { isMembers, type Members, textIn } from './response-members';

/** Where an access token stands in a response: the object that holds it, and the way there. */
export interface TokenPlace {
  /** Names with dots between them, such as `authed_user.access_token`. */
  path: string;
  token: string;
  /** The members beside it. */
  beside: Members;
}

/** Names that mean an access token, as the standard and as camel case write it, and the one that some APIs use instead. */
const sureNames = ['access_token', 'accessToken'];
const otherNames = ['token'];

/**
 * Every place with an access token: of the response itself first, then those of its members. What is only called a token
 * counts where nothing is called an access token.
 */
export function tokenPlaces(response: Members): TokenPlace[] {
  const sure = placesNamed(sureNames, response);
  return sure.length > 0 ? sure : placesNamed(otherNames, response);
}

function placesNamed(names: readonly string[], response: Members): TokenPlace[] {
  const within = Object.entries(response).filter((entry): entry is [string, Members] => isMembers(entry[1]));
  return [
    ...placeIn(response, '', names),
    ...within.flatMap(([member, members]) => placeIn(members, `${member}.`, names)),
  ];
}

function placeIn(members: Members, before: string, names: readonly string[]): TokenPlace[] {
  const name = names.find((each) => textIn(members, [each]) !== undefined);
  const token = name && textIn(members, [name]);
  return name && token ? [{ path: `${before}${name}`, token, beside: members }] : [];
}

/** The place at the end of the way, or `undefined` where no text is there. */
export function placeAt(path: string, response: Members): TokenPlace | undefined {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const beside = names.reduce<unknown>((value, name) => memberOf(value, name), response);
  const token = isMembers(beside) ? textIn(beside, [last]) : undefined;
  return token !== undefined && isMembers(beside) ? { path, token, beside } : undefined;
}

const memberOf = (value: unknown, name: string): unknown =>
  isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined;
