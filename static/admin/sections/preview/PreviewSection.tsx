import type { ReactNode } from 'react';
import type { PanelSettings } from '../../../../src/shared/contract';
import { Notice } from '../../fields/Notice';
import { ProblemNote } from '../../../shared/ProblemNote';
import { adminReader } from '../../fields/admin-reader';
import { Loading } from '../../fields/Loading';
import { PreviewVisual } from '../results/PreviewVisual';
import { placedSentence } from '../../form-model/panel/error-place';
import { previewText } from './preview-text';
import { SampleValues } from './SampleValues';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import type { LivePreview } from './useLivePreview';

interface PreviewSectionProps {
  state: PanelFormState;
  preview: LivePreview;
  /** What the form says now. */
  settings: PanelSettings;
  /** Buttons beside the heading. */
  tools: ReactNode;
  /** Whether more than the heading is shown. */
  isOpen: boolean;
}

/** The panel as readers will see it, with what was read for it; made anew with each change. */
export function PreviewSection({ state, preview, settings, tools, isOpen }: PreviewSectionProps) {
  const { shown, busy, problem, missing } = preview;
  return (
    <section className="panel-preview" aria-labelledby="preview-title">
      <div className="preview-head">
        <h2 id="preview-title">Preview</h2>
        <span role="status" className="field-help">
          {busy && shown ? 'Updating…' : ''}
        </span>
        {tools}
      </div>
      <div className="preview-body" hidden={!isOpen}>
        <SampleValues state={state} />
        {missing ? <p className="preview-missing">{missing}</p> : null}
        {!missing && busy && !shown ? <Loading what="the preview" /> : null}
        {!missing && problem && !busy ? <PreviewProblem problem={problem} onRetry={preview.refresh} /> : null}
        {!missing && shown ? <Shown shown={shown} title={settings.name} /> : null}
      </div>
    </section>
  );
}

function PreviewProblem({ problem, onRetry }: { problem: NonNullable<LivePreview['problem']>; onRetry: () => void }) {
  const sentences = [...new Set(problem.fields?.map(placedSentence))];
  if (sentences.length === 0) return <ProblemNote problem={problem} viewer="admin" onRetry={onRetry} />;
  return (
    <Notice look="warning" title="Complete the form to see a preview" live>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface ShownProps {
  shown: NonNullable<LivePreview['shown']>;
  title: string;
}

function Shown({ shown, title }: ShownProps) {
  const { view, reading } = shown.made;
  const { visual } = shown.from;
  const rowsPerPage = 'rowsPerPage' in visual ? visual.rowsPerPage : undefined;
  return (
    <div>
      <PreviewVisual
        key={`${view.visual} ${rowsPerPage}`}
        title={title || 'Untitled panel'}
        view={view}
        rowsPerPage={rowsPerPage || undefined}
      />
      <p className="reading-line">
        {previewText(reading, adminReader.locale)} {reading.warnings.join(' ')}
      </p>
    </div>
  );
}
