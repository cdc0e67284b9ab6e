/** Row steps of one panel. */
export const maxRowSteps = 20;
export const maxConditions = 20;
export const maxAggregates = 20;
export const maxSorts = 10;
export const conditionValueLength = 2000;
