/** What a table needs beside its first rows comes in one piece behind them. */
export { nextSorts } from '../order';
export { Paging } from '../Paging';
export { TableTools } from './TableTools';
