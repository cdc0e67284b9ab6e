import * as v from 'valibot';
import type { ConnectionsCalls } from '../shared/contract';
import { arrive } from '../own-accounts/arrive';
import { confirm } from '../own-accounts/confirm';
import { idSchema } from '../schema/fields';
import type { CallTable } from './call';
import { defineCalls } from './define';
import { connectionCalls } from './own-account-calls';

/** 256 random bits, as `hand-back` writes them. */
const handleSchema = v.pipe(
  v.string(),
  v.regex(/^[\w-]{43}$/, 'This sign-in has already been used, or took too long.'),
);

/** All calls of *My connections*, where the sign-ins of readers end. */
export const connectionsCalls: CallTable<ConnectionsCalls> = {
  ...connectionCalls,
  arrive: {
    role: 'reader',
    input: v.object({ handle: handleSchema }),
    run: ({ handle }, { caller, services }) => arrive(handle, caller, services),
  },
  confirm: {
    role: 'reader',
    input: v.object({ attemptId: idSchema, accept: v.boolean() }),
    run: (answer, { caller, services }) => confirm(answer, caller, services),
  },
};

/** The resolver function of *My connections*. */
export const connections = defineCalls(connectionsCalls);
