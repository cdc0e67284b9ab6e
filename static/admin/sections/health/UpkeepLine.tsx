import { callAdmin } from '../../../shared/call';
import { useCall } from '../../../shared/useCall';
import { adminReader } from '../../fields/admin-reader';
import { momentWords } from '../../fields/measure-words';

/** What the last hourly job did; nothing while that is not known. */
export function UpkeepLine() {
  const { call } = useCall('upkeep', () => callAdmin('adminContext'));
  const upkeep = call.state === 'value' ? call.value.lastUpkeep : undefined;
  if (!upkeep) return null;
  return (
    <p className="upkeep">
      Hourly upkeep, {momentWords(upkeep.at, adminReader)}: {upkeep.sentences.join(' ')}
    </p>
  );
}
