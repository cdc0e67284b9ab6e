import type { Authentication, TypedSecrets } from '../../../../../src/shared/contract';

type AuthenticationOf<Each extends Authentication['type']> = Extract<Authentication, { type: Each }>;

/** All that the form holds of one authentication type; its fields on the screen are in `sections/authentication`. */
export interface AuthenticationForm<Each extends Authentication['type'], Values> {
  /** What it is called in lists. */
  label: string;
  /** Whether tokens are obtained with *Authenticate*; not where absent. */
  obtainsTokens?: true;
  /** What the values say, without secrets. */
  toSettings(values: Values): AuthenticationOf<Each>;
  /** The values that stored settings stand for; secrets stay empty, which keeps the stored ones. */
  fromSettings(authentication: AuthenticationOf<Each>): Partial<Values>;
  /** The members of the settings that have a field on the screen. */
  fields(values: Values): readonly string[];
  /** The names of the secrets that have one; `name.` stands for all that begin so. */
  secretFields: readonly string[];
  /** The secrets as typed, by name. */
  secrets(values: Values): TypedSecrets;
}
