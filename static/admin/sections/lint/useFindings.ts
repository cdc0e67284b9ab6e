import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

const PAUSE_MS = 500;

export interface Findings {
  found: Finding[];
  /** Whether they were found in the settings as they stand; if not, their fixes would undo what was typed since. */
  isCurrent: boolean;
}

/**
 * What is wrong or risky about the OAuth2 settings as they stand: looked up by the app when they or the badge have changed
 * and typing pauses. Secrets stay here. Where no response comes, the former findings stay.
 */
export function useFindings(
  state: DataSourceFormState,
  callbackCopied: boolean,
  failureCodes: readonly string[],
): Findings {
  const [linted, setLinted] = useState({ found: state.stored?.health.findings ?? [], subject: '' });
  const form = state.form();
  const { authentication } = form.settings;
  const isOAuth = authentication.type === 'oauth2';
  const subject = JSON.stringify([authentication, state.badge, form.id, form.draftId, callbackCopied, failureCodes]);
  const latest = useRef({ form, failureCodes });
  latest.current = { form, failureCodes };

  useEffect(() => {
    if (!isOAuth) return;
    let outdated = false;
    const lint = (): void => {
      const { form: shown, failureCodes: codes } = latest.current;
      const input = { ...shown, secrets: {}, callbackCopied, failureCodes: [...codes] };
      void callAdmin('lintDataSource', input).then(
        (found) => (outdated ? undefined : setLinted({ found, subject })),
        () => undefined,
      );
    };
    const timer = setTimeout(lint, PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [isOAuth, subject, callbackCopied]);
  return { found: isOAuth ? linted.found : [], isCurrent: linted.subject === subject };
}
