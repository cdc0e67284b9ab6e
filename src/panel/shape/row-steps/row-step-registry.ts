import type { RowStep } from '../../../shared/contract';
import type { Column, Frame } from '../../../shared/frame';
import type { FieldError } from '../../../shared/problem';
import { compute } from './compute';
import { distinct } from './distinct';
import { group } from './group';
import { limit } from './limit';
import type { Bind, RowStepKind, StepOutcome } from './row-step-kind';
import { sort } from './sort';
import { where } from './where';

type Kind = RowStep['kind'];

/** The kinds of row steps. A new one is a file and a line here. */
const kinds: { readonly [Each in Kind]: RowStepKind<Each> } = { where, compute, group, distinct, sort, limit };

/** A step with what its kind does with it. */
export interface BoundStep {
  apply(frame: Frame, bind: Bind): StepOutcome;
  columnsAfter(columns: readonly Column[]): Column[];
  check(columns: readonly Column[]): FieldError[];
}

export function boundStep(step: RowStep): BoundStep {
  const kind = kinds[step.kind] as RowStepKind<Kind>;
  return {
    apply: (frame, bind) => kind.apply(frame, step, bind),
    columnsAfter: (columns) => kind.columnsAfter(columns, step),
    check: (columns) => kind.check(columns, step),
  };
}
