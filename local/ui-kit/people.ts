import { createContext } from 'react';

/** Somebody whom the components of people can name. */
export interface Person {
  accountId: string;
  displayName: string;
}

/** The people of the site; nobody unless a host says so. */
export const PeopleContext = createContext<readonly Person[]>([]);
