const Sequencer = require('@jest/test-sequencer').default;

/** Journeys first, since they take the longest and wait the most; then contracts, so that short files fill the end. */
const order = ['journeys', 'contract', 'golden', 'steps'];

const rank = ({ context }) => order.indexOf(context.config.displayName.name);

/** The order of Jest itself within each kind: what failed before, then what took the longest or is the largest. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
