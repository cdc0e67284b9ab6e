import { type Problem, toProblemReply } from '../../shared/problem';
import { whoCanAct } from '../../shared/who-can-act';

/** Why older rows of the panel are shown, and who can help, for readers. */
export function staleReasonOf(problem: Problem, panelName: string): string {
  const reply = toProblemReply(problem.ofPanel(panelName), 'everyone');
  return [reply.message, whoCanAct(reply, 'reader')].filter(Boolean).join(' ');
}
