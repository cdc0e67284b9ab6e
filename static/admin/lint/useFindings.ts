import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../src/contract';
import { callAdmin } from '../../shared/call';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';

const PAUSE_MS = 500;

/**
 * What is wrong or risky about the OAuth2 settings as they stand: asked of the app when they or the badge have changed
 * and typing pauses. Secrets stay here. Where no answer comes, the former findings stay.
 */
export function useFindings(state: DataSourceFormState, callbackCopied: boolean): Finding[] {
  const [findings, setFindings] = useState(state.stored?.health.findings ?? []);
  const form = state.form();
  const { authentication } = form.settings;
  const asked = authentication.type === 'oauth2';
  const subject = JSON.stringify([authentication, state.badge, form.id, form.draftId, callbackCopied]);
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    if (!asked) return;
    let outdated = false;
    const ask = (): void => {
      const input = { ...latest.current, secrets: {}, callbackCopied };
      void callAdmin('lintDataSource', input).then(
        (found) => (outdated ? undefined : setFindings(found)),
        () => undefined,
      );
    };
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [asked, subject, callbackCopied]);
  return asked ? findings : [];
}
