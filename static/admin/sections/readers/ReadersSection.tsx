import type { DataSourceView } from '../../../../src/shared/contract';
import { callAdmin, callReaders } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { adminReader } from '../../fields/admin-reader';
import { Loading } from '../../fields/Loading';
import { dayWords } from '../../fields/measure-words';
import { Section } from '../../fields/Section';
import { DisconnectReaders } from './DisconnectReaders';
import { readerFacts } from './reader-words';

interface ReadersSectionProps {
  stored: DataSourceView;
  /** Takes the data source as it is stored now, leaving the form as typed. */
  takeNewer: (view: DataSourceView) => void;
}

/** How many readers use a stored data source with accounts of their own, and the end of all of them; nobody is named. */
export function ReadersSection({ stored, takeNewer }: ReadersSectionProps) {
  const { id, rev } = stored;
  const lookUp = async (): Promise<void> => takeNewer(await callAdmin('getDataSource', { id }));
  const { call, reload } = useCall(`${id} ${rev}`, () => callReaders('readerCounts', { dataSourceId: id }));
  return (
    <Section title="Readers" intro="Readers connect accounts of their own. The app tells nobody who they are.">
      {call.state === 'loading' ? <Loading what="the readers" /> : null}
      {call.state === 'problem' ? <ProblemNote problem={call.problem} viewer="admin" onRetry={reload} /> : null}
      {call.state === 'value' ? (
        <>
          <dl className="health">
            {readerFacts(call.value, (iso) => dayWords(iso, adminReader)).map(({ label, text }) => (
              <div key={label} className="health-fact">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <DisconnectReaders dataSourceId={id} counts={call.value} onBegun={lookUp} onDone={reload} />
        </>
      ) : null}
    </Section>
  );
}
