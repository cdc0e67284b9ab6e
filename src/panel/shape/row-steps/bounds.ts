/** Row steps of one panel. */
export const maxRowSteps = 20;
export const maxConditions = 20;
export const maxAggregates = 20;
export const maxSorts = 10;
export const conditionValueLength = 2000;
/** Most rows that a limit can name; no frame has more. */
export const maxLimit = 200_000;
