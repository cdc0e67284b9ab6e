import type { DataSourceForm, PanelPreview, PanelSettings } from '../shared/contract';
import { dataSourceSchema, type DataSource } from '../data-sources/data-source';
import { refuseFields, requireValid } from '../data-sources/rules';
import { authorizeTest } from './authorize-test';
import { newId } from '../ids';
import { drawing, rowsPerPage } from '../panel/load/draw-panel';
import { picturesOf } from '../panel/load/identity/pictures';
import type { PanelServices } from '../panel/load/panel-services';
import { readFrame } from '../panel/read/read-frame';
import { previewBounds } from '../panel/shape/read-bounds';
import { bindPanel } from '../panel/variables/bind-panel';
import { frameSource } from '../visuals/frame-source';
import { checkQuery } from './check-panel';

/**
 * The first rows of a panel without variables of its own, on a data source that may not be saved yet; nothing is kept.
 * @throws Problem `invalid-input` with fields, `forbidden` or `not-found` for its draft, those of `readFrame`
 */
export async function previewOnForm(
  settings: PanelSettings,
  form: DataSourceForm,
  caller: { accountId: string },
  services: PanelServices,
): Promise<PanelPreview> {
  requireValid(form.settings, 'test', services);
  const dataSource = unsavedSource(form, caller.accountId);
  refuseFields(checkQuery(settings, dataSource));
  const access = await authorizeTest(form, caller, services);
  const bound = bindPanel(settings, dataSource, new Map());
  const count = rowsPerPage(settings.visual);
  const { frame, reading } = await readFrame(bound, { access }, previewBounds(count), services);
  const pictures = picturesOf(settings, dataSource.settings);
  const draw = drawing(bound.visual, { window: { offset: 0, count }, pictures });
  return { view: await draw(frameSource(frame)), reading };
}

function unsavedSource({ id, draftId, settings }: DataSourceForm, createdBy: string): DataSource {
  const times = { createdAt: 0, updatedAt: 0 };
  return { schema: dataSourceSchema, rev: 0, by: '', id: id ?? draftId ?? newId(), settings, createdBy, ...times };
}
