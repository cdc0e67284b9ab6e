import type { TextSettings } from '../shared/contract';
import { Problem } from '../shared/problem';
import type { TextView } from '../shared/view';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';
import { requirePlace } from './named-column';
import { sentenceParts } from './sentence';

/**
 * The sentence with values of the first row in it.
 * @throws Problem `visual-unsuited`
 */
export async function textView(source: FrameSource, { text }: TextSettings): Promise<TextView> {
  const parts = sentenceParts(text).map((part) =>
    'text' in part ? part : { place: requireLabelled(source, part.label) },
  );
  const places = parts.flatMap((part) => ('place' in part ? [part.place] : []));
  const row = await firstRow(source, places);
  return {
    visual: 'text',
    parts: parts.map((part) =>
      'text' in part ? part : { column: source.columns[part.place]!, value: row[places.indexOf(part.place)] ?? null },
    ),
    totalRows: source.rowCount,
  };
}

/** The values of the first row at those places; empty where there are no rows. */
export async function firstRow(source: FrameSource, places: readonly number[]) {
  const [row = []] = source.rowCount > 0 && places.length > 0 ? fitReply(await source.rows([0], places)) : [];
  return row;
}

function requireLabelled(source: FrameSource, label: string): number {
  const all = [...source.columns, ...(source.aside ?? [])];
  const column = all.find((each) => each.label === label);
  if (column) return requirePlace(source, column.key, 'a part of its sentence');
  const message = `The sentence of this panel uses [${label}], but no column has this name.`;
  throw new Problem('visual-unsuited', message, { remedy: 'An admin can change the sentence in the panel.' });
}
