import type { GenericSchema } from 'valibot';
import type { CallInput, CallOutput } from '../shared/contract';
import type { VerifiedContent } from '../ports';
import type { Services } from './services';

/** What a caller must be. Editors are whoever may edit the page the macro stands on. */
export type Role = 'reader' | 'editor' | 'admin';

/** Who calls, from the platform's own word alone. */
export interface Caller {
  accountId: string;
  /** The installation; everything kept in a warm process is keyed by it. */
  site: string;
  /** Where the browser says the macro stands. A claim until `Services.content` has verified it. */
  claimedContentId?: string;
  /** What the browser says that is, such as `blogpost`; it decides nothing but what is requested first. */
  claimedContentType?: string;
}

export interface CallContext {
  caller: Caller;
  services: Services;
  /** Set for `editor` calls: the content that the guard verified `update` on. */
  content?: VerifiedContent;
}

/** One line of a table of calls: who may, what comes in, what runs. */
export interface Call<Input, Output> {
  role: Role;
  /** The browser calls this again and again, so a guard's yes of the last minute is good enough. */
  poll?: boolean;
  input: GenericSchema<unknown, Input>;
  run(input: Input, context: CallContext): Promise<Output>;
}

export type CallTable<Calls> = {
  readonly [Key in keyof Calls]: Call<CallInput<Calls, Key>, CallOutput<Calls, Key>>;
};
