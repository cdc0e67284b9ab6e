import { Button, SectionMessage, Stack, Text } from '@forge/react';
import type { ProblemReply } from '../shared/contract';
import { whoCanAct } from '../shared/who-can-act';

/** A problem in words for an editor, with a button where trying again can help. */
export function ProblemMessage({ problem, onRetry }: { problem: ProblemReply; onRetry: () => void }) {
  const who = whoCanAct(problem, 'editor');
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
