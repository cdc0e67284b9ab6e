/** Who the app is at an API that knows users. */
export interface UserValues {
  username: string;
  password: string;
}

export const emptyUser: UserValues = { username: '', password: '' };
