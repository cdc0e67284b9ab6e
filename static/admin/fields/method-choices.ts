import { requestMethods } from '../../../src/shared/request-methods';

/** The methods of requests, as a field offers them. */
export const methodChoices = requestMethods.map((value) => ({ value, label: value }));
