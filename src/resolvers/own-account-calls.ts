import * as v from 'valibot';
import type { OwnAccountCalls } from '../shared/contract';
import { connectAccount } from '../own-accounts/connect-account';
import { connectionStatus } from '../own-accounts/connection-status';
import { disconnectAccount } from '../own-accounts/disconnect-account';
import { myConnections } from '../own-accounts/my-connections';
import { visibleSource } from '../panel/load/visible-source';
import { idSchema, noInput } from '../schema/fields';
import type { CallTable } from './call';

/** The calls of readers about the accounts they have connected, which the macro and *My connections* share. */
export const connectionCalls = {
  myConnections: {
    role: 'reader',
    input: noInput,
    run: (_input, { caller, services }) => myConnections(caller, services),
  },
  disconnectAccount: {
    role: 'reader',
    input: v.object({ dataSourceId: idSchema }),
    run: ({ dataSourceId }, { caller, services }) => disconnectAccount(dataSourceId, caller, services),
  },
} satisfies Partial<CallTable<OwnAccountCalls>>;

/** All calls of the macro about accounts of readers. */
export const ownAccountCalls: CallTable<OwnAccountCalls> = {
  ...connectionCalls,
  connectAccount: {
    role: 'reader',
    input: v.object({ panelId: idSchema }),
    run: async ({ panelId }, { caller, services }) =>
      connectAccount(await visibleSource(panelId, caller, services), caller, services),
  },
  connectionStatus: {
    role: 'reader',
    input: v.object({ attemptId: idSchema }),
    run: ({ attemptId }, { caller, services }) => connectionStatus(attemptId, caller, services),
  },
};
