import type { AttemptStatus, Badge, ProblemReply } from '../../../../../../src/shared/contract';
import type { AttemptState } from '../../../../../../static/admin/sections/authentication/attempt';
import {
  afterSilence,
  afterStatus,
  ATTEMPT_MS,
  begun,
} from '../../../../../../static/admin/sections/authentication/attempt';

const start = 1_000;
const waiting = begun({ authorizeUrl: 'https://login.example/authorize?state=s', attemptId: 'a1' }, start);
const none: Badge = { state: 'not-authenticated' };
const denied: ProblemReply = {
  code: 'authorization-denied',
  title: 'Access was not granted',
  message: 'Consent was declined.',
  actor: 'admin',
  retry: false,
};

function status(state: AttemptStatus['state'], extra: Partial<AttemptStatus> = {}): AttemptStatus {
  return { state, badge: none, ...extra };
}

test('an attempt that is undecided goes on waiting', () => {
  expect(afterStatus(waiting, status('waiting'), start + 5)).toBe(waiting);
});

test('success ends the wait with the badge that the app computed', () => {
  const badge: Badge = { state: 'authenticated' };
  expect(afterStatus(waiting, status('authenticated', { badge }), start + 5)).toEqual({
    phase: 'authenticated',
    badge,
  });
});

test('a refusal ends the wait with its own sentence', () => {
  expect(afterStatus(waiting, status('failed', { problem: denied }), start + 5)).toMatchObject({
    phase: 'failed',
    problem: denied,
  });
});

test('a window that was closed ends in a sentence that says what to do', () => {
  const ended = afterStatus(waiting, status('expired'), start + 5);
  expect(ended).toMatchObject({
    phase: 'failed',
    problem: { message: expect.stringContaining('Click Authenticate') },
  });
});

test('silence is borne until ten minutes are over', () => {
  expect(afterSilence(waiting, start + ATTEMPT_MS - 1)).toBe(waiting);
  expect(afterSilence(waiting, start + ATTEMPT_MS)).toMatchObject({ phase: 'failed' });
  expect(afterStatus(waiting, status('waiting'), start + ATTEMPT_MS)).toMatchObject({ phase: 'failed' });
});

test('an answer that comes after the end changes nothing', () => {
  const idle: AttemptState = { phase: 'idle' };
  expect(afterStatus(idle, status('authenticated'), start)).toBe(idle);
  expect(afterSilence(idle, start + ATTEMPT_MS)).toBe(idle);
});
