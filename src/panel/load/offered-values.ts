import { Problem } from '../../shared/problem';
import type { ChosenValue } from '../variables/chosen-values';
import type { PageReader } from '../variables/read-context';
import { loadRows, type ReadRows } from './load-rows';
import { loadOf, openPanel } from './open-panel';
import type { PanelServices } from './panel-services';
import { textsIn } from './variable-entries';

const askAgainMs = 1500;

/**
 * Resolves where each value is in the column that its list takes its entries from, as the reader may see it here: kept rows
 * where there are any, which cost a few reads.
 * @throws Problem `invalid-input` for a value that is no entry, `busy` while the rows are not all there, and those of
 *   `openPanel` and of `read`
 */
export async function requireOffered(
  chosen: readonly ChosenValue[],
  pageReader: PageReader,
  services: PanelServices,
  read: ReadRows = loadRows,
): Promise<void> {
  for (const each of chosen) {
    const offered = await isOffered(each, pageReader, services, read);
    if (offered === 'unknown') throw notThereYet(each);
    if (!offered) throw notOffered(each);
  }
}

/** `unknown` where not all entries are there, and it is not among those that are. */
async function isOffered(
  { list, label, value }: ChosenValue,
  pageReader: PageReader,
  services: PanelServices,
  read: ReadRows,
): Promise<boolean | 'unknown'> {
  try {
    const load = loadOf(await openPanel({ panelId: list.panelId }, pageReader, services), services);
    const draw: Parameters<typeof read<boolean>>[0]['draw'] = async (source) =>
      (await textsIn(source, [list.valueColumn]))[0]!.includes(value);
    const loaded = await read({ ...load, needsAll: true, draw });
    if (loaded?.state !== 'view') return 'unknown';
    return loaded.view || (loaded.part ? 'unknown' : false);
  } catch (error) {
    throw error instanceof Problem && error.code !== 'busy' ? unreadableList(label, error) : error;
  }
}

function notOffered({ key, label }: ChosenValue): Problem {
  const message = `The value of ${label} must be one of the entries of its list.`;
  return new Problem('invalid-input', message, { fields: [{ path: `values.${key}`, message }] });
}

const notThereYet = ({ label }: ChosenValue) =>
  new Problem('busy', `The entries of ${label} are still being read. Try again in a moment.`, {
    retryAfterMs: askAgainMs,
  });

/** Without the list nobody knows whether the value may be used, so it is not. */
function unreadableList(label: string, { code, what, details }: Problem): Problem {
  const about = (text: string) => `The value of ${label} cannot be looked up in its list. ${text}`;
  return new Problem(code, about(what), { ...details, readerMessage: about(details.readerMessage ?? what) });
}
