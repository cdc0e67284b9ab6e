import type { PanelSettings } from '../../shared/contract';
import type { Column } from '../../shared/frame';
import { frameColumns } from './frame-columns';
import { columnsAfter } from './row-steps/apply-row-steps';

/** The columns that a panel has once its row steps are done. */
export function resultColumns({ columns, rowSteps = [] }: Pick<PanelSettings, 'columns' | 'rowSteps'>): Column[] {
  return columnsAfter(frameColumns(columns), rowSteps);
}
