import { startHost } from '../../local/host/host';

/**
 * Writes pairs of values in one transaction each, as fast as it can, and says after each pair that it was stored. It is
 * run as a process of its own and killed in the middle of it.
 */
async function writeForever(dir: string, db: string): Promise<void> {
  const host = await startHost({ dir, db, port: 0 });
  const accountId = host.site().product.users[0]!.accountId;
  const limits = host.site().kvs.limits;
  Object.assign(limits, { writeUnitsPerMinute: Infinity, kvsRequestsPerSecond: Infinity });
  for (let round = 1; ; round += 1) {
    const payload = [
      [
        'transact',
        {
          set: [
            ['left', round],
            ['right', round],
            [`filler:${round % 50}`, 'x'.repeat(20_000)],
          ],
        },
      ],
    ];
    const reply = await host.invoke({ moduleKey: 'fixture-settings', functionKey: 'storage', accountId, payload });
    if (!reply.ok) throw new Error(reply.message);
    process.stdout.write(`${round}\n`);
  }
}

void writeForever(process.argv[2]!, process.argv[3]!);
