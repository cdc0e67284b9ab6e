/** What the bridge uses of TypeScript's helpers; required as a whole they come all. */
export { __exportStar, __importDefault, __importStar } from 'tslib/tslib.es6.mjs';
