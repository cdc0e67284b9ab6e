import type { View } from '../../../../src/shared/contract';
import { openTab } from '../../../shared/platform';
import { ViewBox } from '../../../visuals/ViewBox';
import '../../../visuals/visuals.css';
import { adminReader } from '../../fields/admin-reader';

interface PreviewVisualProps {
  title: string;
  view: View;
  rowsPerPage?: number;
}

/** A view as readers will see it. */
export function PreviewVisual(props: PreviewVisualProps) {
  return <ViewBox {...props} reader={adminReader} openLink={(url) => void openTab(url).catch(() => undefined)} />;
}
