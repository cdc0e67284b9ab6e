import type { Log } from '../ports';

/** One line of JSON for each event. Callers give codes, ids, a status, a duration; never text that came from outside. */
export const platformLog: Log = (event, facts = {}) => {
  console.log(JSON.stringify({ event, ...facts }));
};
