import { textSchema } from '../schema/fields';
import { parameterLength } from '../shared/limits';
import type { FieldError } from '../shared/problem';
import type { NeededSecret } from './secret';

export const usernameSchema = textSchema(parameterLength);

/** What is wrong with a user name in a header, at its field. */
export function checkUsername(username: string): FieldError[] {
  if (username === '') return userNameError('Enter the user name.');
  return hasControls(username) ? userNameError('The user name contains a line break. Copy it again.') : [];
}

/** The sentence at the field of the user name. */
export const userNameError = (message: string): FieldError[] => [{ path: 'authentication.username', message }];

/** Whether the text has a character that no line of text has. */
export const hasControls = (text: string) => /[\u0000-\u001f\u007f]/.test(text);

/** The secret that goes with a user name. */
export const password: NeededSecret = { name: 'password', label: 'the password', receiver: 'api', kind: 'password' };
