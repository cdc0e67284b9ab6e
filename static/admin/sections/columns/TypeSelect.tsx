import Select from '@atlaskit/select';
import type { ColumnType } from '../../../../src/shared/contract';
import type { Choice } from '../../fields/SelectInput';
import { columnTypeChoice, columnTypeGroups } from './column-types';

interface TypeSelectProps {
  label: string;
  type: ColumnType;
  onChange: (type: ColumnType) => void;
  isInvalid?: boolean;
  describedBy?: string;
  isCompact?: boolean;
}

/** The types a column may have, in groups. */
export function TypeSelect({ label, type, onChange, isInvalid, describedBy, isCompact }: TypeSelectProps) {
  return (
    <Select<Choice<ColumnType>>
      aria-label={label}
      descriptionId={describedBy}
      options={columnTypeGroups}
      value={columnTypeChoice(type)}
      onChange={(choice) => choice && onChange(choice.value)}
      isInvalid={isInvalid}
      spacing={isCompact ? 'compact' : 'default'}
    />
  );
}
