import type { Actor, ProblemReply } from './problem';

const sentences: Readonly<Record<Actor, string | undefined>> = {
  reader: undefined,
  editor: 'An editor of this page can fix this.',
  admin: 'A Confluence admin can fix this.',
  remote: 'The API’s owner can fix this.',
};

/** The sentence on who can make the problem go away; `undefined` where the viewer can, or the message says it. */
export function whoCanAct(
  { actor, namesActor }: Pick<ProblemReply, 'actor' | 'namesActor'>,
  viewer: Actor,
): string | undefined {
  return namesActor || actor === viewer ? undefined : sentences[actor];
}
