export { calls } from '../../fixture-app/src';
