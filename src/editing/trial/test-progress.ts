import type { TestProgress } from '../../shared/contract';
import { testProgressKey } from '../../keys';
import type { Now, Storage } from '../../ports';

interface ProgressServices {
  storage: Storage;
  now: Now;
}

/** Whose test it is, and which. */
export interface TestName {
  accountId: string;
  testId: string;
}

const pauseMs = 1000;
const ttlSeconds = 300;

/** Notes how far a test is, once a second at most; what cannot be noted is left out. */
export function testProgressNotes(
  { accountId, testId }: TestName,
  { storage, now }: ProgressServices,
): (progress: TestProgress) => Promise<void> {
  let notedAt = -Infinity;
  return async (progress) => {
    if (now() - notedAt < pauseMs) return;
    notedAt = now();
    await storage.set(testProgressKey(accountId, testId), progress, { ttlSeconds }).catch(() => undefined);
  };
}

/** How far the account's own test of that id is; `null` before its first page, and for tests that are not its own. */
export async function testProgress({ accountId, testId }: TestName, storage: Storage): Promise<TestProgress | null> {
  return (await storage.get<TestProgress>(testProgressKey(accountId, testId))) ?? null;
}
