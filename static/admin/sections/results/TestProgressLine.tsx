import Spinner from '@atlaskit/spinner';
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { TestProgress } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { bringIntoView } from '../../fields/bring-into-view';
import { adminReader } from '../../fields/admin-reader';
import { testProgressText } from './progress-words';

const EVERY_MS = 1_000;

interface TestProgressLineProps {
  testId: string;
  onCancel: () => void;
}

/**
 * How far the running test is, loaded every second, for how long it has been running, and the way out of it. Where no
 * response comes, only the seconds go on.
 */
export function TestProgressLine({ testId, onCancel }: TestProgressLineProps) {
  const [progress, setProgress] = useState<TestProgress | null>(null);
  const [seconds, setSeconds] = useState(0);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => (line.current ? bringIntoView(line.current, 'nearest') : undefined), []);
  useEffect(() => {
    let isLoading = false;
    const load = async (): Promise<void> => {
      if (isLoading) return;
      isLoading = true;
      const loaded = await callAdmin('testProgress', { testId }).catch(() => null);
      isLoading = false;
      if (loaded) setProgress(loaded);
    };
    const timer = setInterval(() => {
      setSeconds((now) => now + 1);
      void load();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [testId]);
  return (
    <div className="loading" ref={line}>
      <Spinner size="medium" label="" />
      <span role="status" className="visually-hidden">
        {testProgressText(progress, 0, adminReader.locale)}
      </span>
      <span aria-hidden="true">{testProgressText(progress, seconds, adminReader.locale)}</span>
      <Button spacing="compact" onClick={onCancel}>
        Cancel test
      </Button>
    </div>
  );
}
