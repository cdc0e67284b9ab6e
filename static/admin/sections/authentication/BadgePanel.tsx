import { adminReader } from '../../fields/admin-reader';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { BadgeLozenge } from './BadgeLozenge';
import { badgeSentences } from './badge-words';
import { momentWords } from '../../fields/measure-words';

interface BadgePanelProps {
  state: DataSourceFormState;
  /** Whether a sign-in is open in the other window. */
  waiting: boolean;
}

const outdated = 'Endpoints, client ID or scopes were changed after signing in. Click Authenticate again, then Save.';
const unsaved = 'Save to keep this sign-in.';

/** The badge with what is known about the grant, spoken when it changes. */
export function BadgePanel({ state, waiting }: BadgePanelProps) {
  const { badge, signInOutdated } = state;
  const shown = waiting ? 'waiting' : signInOutdated ? 'reconnect-needed' : badge.state;
  const sentences = signInOutdated ? [outdated] : badgeSentences(badge, (at) => momentWords(at, adminReader));
  const isKept = state.stored?.badge.authenticatedAt === badge.authenticatedAt;
  return (
    <div className="badge-panel" role="status">
      <BadgeLozenge state={shown} />
      {waiting ? null : (
        <div className="badge-facts">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {shown === 'authenticated' && !isKept ? <p>{unsaved}</p> : null}
        </div>
      )}
    </div>
  );
}
