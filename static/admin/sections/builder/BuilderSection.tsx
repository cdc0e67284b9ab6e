import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { countPhrase } from '../../../../src/shared/phrase';
import { ProblemNote } from '../../../shared/ProblemNote';
import { adminReader } from '../../fields/admin-reader';
import { Loading } from '../../fields/Loading';
import { ColumnList } from '../columns/ColumnList';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import type { PanelActions } from '../actions/usePanelActions';
import { proposalFor, rowsOf } from '../../form-model/panel/chosen-rows';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import type { Sample } from './useSample';
import { PickTree } from './PickTree';
import { ProposalNotes } from './ProposalNotes';

const replaced = {
  one: 'The proposal replaces the {count} column here.',
  other: 'The proposal replaces the {count} columns here.',
};

interface BuilderSectionProps {
  state: PanelFormState;
  sample: Sample;
  actions: PanelActions;
  foundOf: (column: KeyedColumn) => readonly string[];
}

/** The response on the left, the columns made of it on the right. */
export function BuilderSection({ state, sample, actions, foundOf }: BuilderSectionProps) {
  const proposal = sample.call.state === 'value' ? sample.call.value : undefined;
  const [asking, setAsking] = useState(false);
  const { columns, dataSourceId } = state.values;
  const heading = useRef<HTMLHeadingElement>(null);
  const removeAll = (): void => {
    state.change({ columns: [] }, 'columns');
    heading.current?.focus();
  };
  const propose = (): void => {
    setAsking(false);
    void actions.takeProposal(proposal);
  };
  const noted = proposalFor(rowsOf(state.values), [actions.taken, proposal]);
  return (
    <div className="builder">
      <section className="builder-pane" aria-labelledby="builder-response">
        <div className="builder-head">
          <h3 id="builder-response">Response</h3>
          {dataSourceId === '' ? null : (
            <Button spacing="compact" appearance="subtle" onClick={sample.reload}>
              Load again
            </Button>
          )}
        </div>
        <ResponsePane state={state} sample={sample} />
      </section>
      <section className="builder-pane" aria-labelledby="builder-columns">
        <div className="builder-head">
          <h3 id="builder-columns" ref={heading} tabIndex={-1}>
            Columns
          </h3>
          <span className="row-of-buttons">
            {columns.length > 1 ? (
              <Button spacing="compact" appearance="subtle" onClick={removeAll}>
                Remove all
              </Button>
            ) : null}
            <Button
              spacing="compact"
              onClick={() => (columns.length > 0 ? setAsking(true) : propose())}
              isLoading={actions.busy === 'propose'}
              isDisabled={dataSourceId === ''}
            >
              Use proposal
            </Button>
          </span>
        </div>
        {columns.length === 0 ? (
          <p className="builder-hint">
            Click values in the response to add them as columns, or use the proposal to add several at once.
          </p>
        ) : null}
        {noted ? (
          <ProposalNotes proposal={noted} onUnfold={(rows) => void actions.takeProposal(undefined, rows)} />
        ) : null}
        <ColumnList state={state} foundOf={foundOf} />
      </section>
      {asking ? (
        <ConfirmDialog
          title="Replace the columns?"
          confirmLabel="Replace"
          onConfirm={propose}
          onCancel={() => setAsking(false)}
        >
          {countPhrase(columns.length, replaced, {}, { locale: adminReader.locale })}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function ResponsePane({ state, sample }: { state: PanelFormState; sample: Sample }) {
  const { call, document, reload } = sample;
  if (state.values.dataSourceId === '') {
    return <p className="builder-hint">Choose a data source above to see its response.</p>;
  }
  if (call.state === 'loading') return <Loading what="the response" />;
  if (call.state === 'problem') return <ProblemNote problem={call.problem} viewer="admin" onRetry={reload} />;
  const tree = call.value?.tree;
  if (!call.value || tree === undefined) {
    return <p className="builder-hint">This response cannot be shown as a tree. Enter selectors by hand instead.</p>;
  }
  return (
    <>
      <p className="field-help">
        Click a list to use its items as rows. Click a value in a row to add it as a column, or to remove it.
      </p>
      <PickTree state={state} proposal={call.value} tree={tree} document={document} />
    </>
  );
}
