import { testDataSource } from '../../../../src/editing/trial/test-data-source';
import { largeObjects } from '../../../support/large-objects';
import { memoryServices } from '../../../support/memory';
import { memoryUpstream } from '../../../support/memory-upstream';
import { dataSourceSettings, usersUrl } from '../../../support/panels';

/** More than arguments of one call find room on the stack. */
const members = 150_000;

function reportOf(text: string) {
  const respond = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const services = memoryServices({ fetch: memoryUpstream({ [usersUrl]: respond }).fetch });
  return testDataSource({ settings: dataSourceSettings(), secrets: {} }, { accountId: 'admin' }, services);
}

describe('testing an API that responds with one large object', () => {
  it.each(['numbers', 'objects by id', 'objects in objects', 'lists'])(
    'reports it when it is made of %s',
    async (name) => {
      const report = await reportOf(largeObjects[name]!(members));
      expect(report).toMatchObject({ status: 200, reading: { stopReason: 'complete' } });
      expect(report.problem).toBeUndefined();
      expect(report.raw?.tree?.length).toBeLessThan(200_000);
    },
  );
});
