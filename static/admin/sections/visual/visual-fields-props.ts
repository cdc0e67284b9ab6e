import type { SettingsOf, VisualName } from '../../../../src/shared/contract';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import type { FieldErrors } from '../../form-model/field-errors';

/** What the fields of every visual take. */
export interface VisualFieldsProps<Name extends VisualName> {
  visual: SettingsOf<Name>;
  /** Changes some settings; errors of the named ones are about the old values. */
  edit(patch: Partial<SettingsOf<Name>>, ...members: string[]): void;
  /** The columns that the last row step left. */
  columns: readonly OfferedColumn[];
  errors: FieldErrors;
}
