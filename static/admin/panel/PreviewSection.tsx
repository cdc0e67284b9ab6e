import type { PanelSettings } from '../../../src/contract';
import { readingText } from '../../visuals/reading-text';
import { adminReader } from '../app/admin-reader';
import { Loading } from '../app/Loading';
import { PreviewTable } from '../results/PreviewTable';
import { showsTheSame } from './panel-values';
import type { PanelActions } from './usePanelActions';

interface PreviewSectionProps {
  actions: PanelActions;
  /** What the form says now. */
  settings: PanelSettings;
}

/** The table as readers will see it, with what was read for it. */
export function PreviewSection({ actions, settings }: PreviewSectionProps) {
  const { preview, busy } = actions;
  if (busy === 'preview' || busy === 'propose') return <Loading what="the preview" />;
  if (!preview) return null;
  const { view, reading } = preview.made;
  const { rowsPerPage } = preview.from.visual;
  return (
    <section className="result" aria-label="Preview">
      <PreviewTable
        key={rowsPerPage}
        title={settings.name || 'Preview'}
        view={view}
        rowsPerPage={rowsPerPage || undefined}
      />
      <p className="reading-line" role="status">
        {readingText(reading, adminReader.locale)} {reading.warnings.join(' ')}
        {showsTheSame(preview.from, settings) ? '' : ' The form was changed since; select Preview to see it.'}
      </p>
    </section>
  );
}
