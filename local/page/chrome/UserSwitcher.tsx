import type { ReactElement } from 'react';
import { useId } from 'react';
import { useHost } from '../host';
import { messageOf, server } from '../server';

/** Chooses which of the site's users the browser is signed in as. */
export function UserSwitcher(): ReactElement {
  const { state, refresh, shell } = useHost();
  const id = useId();
  const signIn = async (accountId: string): Promise<void> => {
    try {
      await server.signInAs(accountId);
      await refresh();
    } catch (error) {
      shell.showFlag({ id: 'sign-in', type: 'error', title: 'Not signed in', description: messageOf(error) });
    }
  };
  return (
    <span className="user-switcher">
      <label htmlFor={id}>Signed in as</label>
      <select id={id} value={state.user.accountId} onChange={(event) => void signIn(event.target.value)}>
        {state.users.map((user) => (
          <option key={user.accountId} value={user.accountId}>
            {user.displayName.toLowerCase().includes(user.role)
              ? user.displayName
              : `${user.displayName} (${user.role})`}
          </option>
        ))}
      </select>
    </span>
  );
}
