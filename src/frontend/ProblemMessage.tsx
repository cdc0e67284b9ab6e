import { Button, SectionMessage, Stack, Text } from '@forge/react';
import type { Actor, ProblemReply } from '../shared/contract';

const whoCanAct: Record<Actor, string> = {
  reader: '',
  editor: '',
  admin: 'A Confluence admin can change this.',
  remote: 'Whoever runs the API or its sign-in can change this.',
};

/** A problem in words for an editor, with a button where trying again can help. */
export function ProblemMessage({ problem, onRetry }: { problem: ProblemReply; onRetry: () => void }) {
  const who = whoCanAct[problem.actor];
  return (
    <SectionMessage appearance="warning" title={problem.title}>
      <Stack space="space.100" alignInline="start">
        <Text>{problem.message}</Text>
        {who && <Text>{who}</Text>}
        {problem.retry && <Button onClick={onRetry}>Try again</Button>}
      </Stack>
    </SectionMessage>
  );
}
