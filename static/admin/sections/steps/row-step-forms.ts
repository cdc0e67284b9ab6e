import type { ComponentType } from 'react';
import type { StepKind, StepOf } from '../../../../src/shared/contract';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import { ComputeFields } from './ComputeFields';
import { DistinctFields } from './DistinctFields';
import { GroupFields } from './GroupFields';
import { LimitFields } from './LimitFields';
import { SortFields } from './SortFields';
import { WhereFields } from './WhereFields';
import type { StepFieldsProps } from './step-fields-props';

interface StepForm<Kind extends StepKind> {
  title: string;
  /** On the button that adds one. */
  action: string;
  /** A new step; `key` is free for a column that it makes. */
  make: (columns: readonly OfferedColumn[], key: string) => StepOf<Kind>;
  Fields: ComponentType<StepFieldsProps<Kind>>;
}

/** One entry for each kind of row step, in the order of the buttons. */
export const rowStepForms: { readonly [Kind in StepKind]: StepForm<Kind> } = {
  where: {
    title: 'Keep rows where',
    action: 'Keep rows where…',
    make: ([first]) => ({
      kind: 'where',
      match: 'all',
      conditions: [{ column: first?.key ?? '', operator: 'contains', value: '' }],
    }),
    Fields: WhereFields,
  },
  compute: {
    title: 'Computed column',
    action: 'Compute a column',
    make: (_, key) => ({ kind: 'compute', column: { key, label: '', type: 'number', expression: '' } }),
    Fields: ComputeFields,
  },
  group: {
    title: 'Group rows',
    action: 'Group',
    make: ([first], key) => ({
      kind: 'group',
      columns: first ? [first.key] : [],
      aggregates: [{ key, label: 'Count', function: 'count' }],
    }),
    Fields: GroupFields,
  },
  distinct: {
    title: 'Distinct rows',
    action: 'Distinct',
    make: ([first]) => ({ kind: 'distinct', columns: first ? [first.key] : [] }),
    Fields: DistinctFields,
  },
  sort: {
    title: 'Sort rows',
    action: 'Sort',
    make: ([first]) => ({ kind: 'sort', sorts: [{ column: first?.key ?? '', direction: 'ascending' }] }),
    Fields: SortFields,
  },
  limit: {
    title: 'First rows only',
    action: 'Limit',
    make: () => ({ kind: 'limit', count: 10 }),
    Fields: LimitFields,
  },
};
