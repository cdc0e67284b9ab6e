import type { Commands, FlagRequest } from '../surface';
import { fieldsOf } from './payload';

/** Flags in the shell's corner. */
export const flagCommands: Commands = {
  showFlag: (payload, { shell }) => shell.showFlag(payload as FlagRequest),
  closeFlag: (payload, { shell }) => shell.closeFlag(fieldsOf(payload).id as string | number),
};
