import type { TableText } from './table-text';

async function writeItem({ html, text }: TableText): Promise<void> {
  const blobs = {
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  };
  await navigator.clipboard.write([new ClipboardItem(blobs)]);
}

/** The older way, which needs no permission but a click that is just over. */
function copyByEvent({ html, text }: TableText): boolean {
  let isTaken = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill);
  try {
    return document.execCommand('copy') && isTaken;
  } finally {
    document.removeEventListener('copy', fill);
  }
}

/** Copies a table for documents and spreadsheets alike. Returns whether the browser let it. */
export async function copyTable(table: TableText): Promise<boolean> {
  try {
    await writeItem(table);
    return true;
  } catch {
    return copyByEvent(table);
  }
}

/** Copies a text. Returns whether the browser let it. */
export async function copyPlain(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent({ html: text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`), text });
  }
}
