import type { DataSourceSettings, PanelSettings } from '../../../shared/contract';
import { whoSignsIn } from '../../../data-sources/who-signs-in';
import { frameColumns } from '../../shape/frame-columns';

/**
 * Keys of the columns whose pictures a reader's browser may load; `undefined` for all, where one account signs in for all. Where
 * readers have accounts of their own, only those whose address is one unchanged value of the response: one that is worked out could
 * carry other cells of theirs to another host.
 */
export function picturesOf(
  { columns, rowSteps = [] }: Pick<PanelSettings, 'columns' | 'rowSteps'>,
  dataSource: Pick<DataSourceSettings, 'authentication'>,
): ReadonlySet<string> | undefined {
  if (whoSignsIn(dataSource) === 'one-account') return undefined;
  const made = rowSteps.flatMap((step) => {
    if (step.kind === 'compute') return [step.column.key];
    return step.kind === 'group' ? step.aggregates.map(({ key }) => key) : [];
  });
  const images = frameColumns(columns).filter(({ type }) => type === 'image');
  return new Set(images.map(({ key }) => key).filter((key) => !made.includes(key)));
}
