import { runSoak } from './run-soak';

test('two minutes of readers and random faults lose no grant, ask no more than allowed and leave nothing behind', async () => {
  const report = await runSoak({ seconds: 15, readers: 20, seed: 7, speed: 8, faultOneIn: 60 });
  expect(report.unplain).toEqual([]);
  expect(report.open).toEqual([]);
  expect(report.views + report.staleViews).toBeGreaterThan(50);
  expect(report.refreshes).toBeGreaterThan(0);
  expect(report.reconnects).toBeLessThanOrEqual(report.troubles.windows);
  expect(report.busiestMinute).toBeLessThanOrEqual(report.requestsPerMinute);
  expect(report.leftovers).toEqual({
    strayChunks: [],
    tokenSets: 1,
    held: [],
    pendingSecrets: [],
    dead: [],
  });
});
