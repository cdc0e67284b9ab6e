import { credentialPlace } from '../authentication/registry';
import type { DataSourceSettings } from '../shared/contract';
import type { FieldError } from '../shared/problem';

/** Headers of the request, and parameters, that the authentication sets already, by field. */
export function checkClashes({ request, authentication }: DataSourceSettings): FieldError[] {
  const place = credentialPlace(authentication);
  if (place === undefined) return [];
  const isTaken = (name: string) =>
    place.in === 'headers' ? name.toLowerCase() === place.name.toLowerCase() : name === place.name;
  return request[place.in].flatMap(({ name }, index) => {
    const message = `The authentication already sets ${name}. Remove one of them.`;
    return isTaken(name) ? [{ path: `request.${place.in}.${index}.name`, message }] : [];
  });
}
