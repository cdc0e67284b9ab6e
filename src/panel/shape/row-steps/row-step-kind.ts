import type { StepKind, StepOf } from '../../../shared/contract';
import type { Column, Frame } from '../../../shared/frame';
import type { UnreadableValues } from '../fill-column';
import type { FieldError } from '../../../shared/problem';

/** The text with the values of variables in the places of `{$.key}`; `undefined` where nobody told one of them. */
export type Bind = (template: string) => string | undefined;

/** What a step made of a frame, with a sentence for each part of it that could not be done. */
export interface StepOutcome {
  frame: Frame;
  warnings: string[];
  /** A column that it made, and how many values were not of its type. */
  unreadable?: UnreadableValues;
  /** Cells are empty because nobody told what they are worked out of; no condition is to judge by them. */
  isUntold?: boolean;
}

/** All there is to one kind of row step. */
export interface RowStepKind<Kind extends StepKind> {
  /** Names a column that is not there any more? What names it is left out, with a warning. */
  apply(frame: Frame, step: StepOf<Kind>, bind: Bind): StepOutcome;
  /** The columns of the frame that `apply` makes. */
  columnsAfter(columns: readonly Column[], step: StepOf<Kind>): Column[];
  /** What keeps the step from being saved, with paths below the step's own. */
  check(columns: readonly Column[], step: StepOf<Kind>): FieldError[];
}
