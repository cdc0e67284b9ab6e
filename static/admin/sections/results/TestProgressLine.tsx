import Spinner from '@atlaskit/spinner';
import { useEffect, useState } from 'react';
import type { TestProgress } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { adminReader } from '../../fields/admin-reader';
import { testProgressText } from './progress-words';

const EVERY_MS = 1_000;

/** How far the running test is, loaded every second. Where no response comes, the line stays as it was. */
export function TestProgressLine({ testId }: { testId: string }) {
  const [progress, setProgress] = useState<TestProgress | null>(null);
  useEffect(() => {
    let isLoading = false;
    const load = async (): Promise<void> => {
      if (isLoading) return;
      isLoading = true;
      const loaded = await callAdmin('testProgress', { testId }).catch(() => null);
      isLoading = false;
      if (loaded) setProgress(loaded);
    };
    const timer = setInterval(() => void load(), EVERY_MS);
    return () => clearInterval(timer);
  }, [testId]);
  return (
    <div className="loading" role="status">
      <Spinner size="medium" label="" />
      <span>{testProgressText(progress, adminReader.locale)}</span>
    </div>
  );
}
