import { createContext, useContext } from 'react';
import type { Shell } from '../bridge/surface';
import type { HostState } from '../shared/api';
import type { Route } from './route';
import type { ColorMode } from './useColorMode';

/** What every part of the shell may know and do. */
export interface PageHost {
  state: HostState;
  refresh(): Promise<void>;
  route: Route;
  go(path: string): void;
  colorMode: ColorMode;
  shell: Shell;
}

export const HostContext = createContext<PageHost | null>(null);

/** The host of the component's shell. Throws outside of one. */
export function useHost(): PageHost {
  const host = useContext(HostContext);
  if (!host) throw new Error('This component is drawn outside of the shell.');
  return host;
}

/** Whether the signed-in user may create and edit pages. */
export function mayEdit(state: HostState): boolean {
  return state.user.role === 'admin' || state.user.role === 'editor';
}
