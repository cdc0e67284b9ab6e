import type { EvaluationBudget } from './evaluation-budget';

/** What stays the same all through one evaluation. */
export interface Evaluation {
  root: unknown;
  budget: EvaluationBudget;
}

/** Appends to `found` every value that it selects below `value`. */
export type Step = (value: unknown, evaluation: Evaluation, found: unknown[]) => void;

/** Values, not nodes: rows need no location, and a node for each value costs more than parsing the document did. */
export type CompiledQuery = (value: unknown, evaluation: Evaluation) => readonly unknown[];

/** Whether a child passes. */
export type Condition = (current: unknown, evaluation: Evaluation) => boolean;

/** One value, or `nothing`. */
export type ValueOf = (current: unknown, evaluation: Evaluation) => unknown;
