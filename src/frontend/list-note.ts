import type { VariableEntriesReply } from '../shared/contract';
import type { ReplyState } from './useReply';

const pickedIsSeen =
  'These entries come with your own account. What you pick stands in the page, for everybody to see.';
const ifSet = 'Until then, enter the value; it stands in the page, for everybody to see.';

/**
 * What editors must know of a list whose entries are another panel's rows that each reader reads with an account of their own:
 * that what they pick tells everybody something of it, or that theirs is not connected. `undefined` for all other lists.
 */
export function listNote(reply: ReplyState<VariableEntriesReply>): string | undefined {
  if (reply.state === 'problem' && reply.problem.code === 'connect-needed') return `${reply.problem.message} ${ifSet}`;
  const isOwn = reply.state === 'value' && reply.value.state === 'entries' && reply.value.own === true;
  return isOwn ? pickedIsSeen : undefined;
}
