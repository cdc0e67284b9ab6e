import { useEffect, useRef, useState } from 'react';
import { callAdmin } from '../../../shared/call';
import { allSecretFields } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { type DocumentReader, documentReader, largestDocument } from './document-reader';
import type { Filled } from './filled';
import { operationPatch } from './operation-patch';
import type { ListedOperation } from './operations';

/** How far choosing is. */
export type Step =
  | { at: 'document'; refusal?: string }
  | { at: 'reading' }
  | { at: 'operations'; title: string; operations: ListedOperation[] };

const filledPaths = ['request', 'authentication', 'header', 'pagination', 'variables', ...allSecretFields];
const noColumns = 'Columns and pagination could not be found out now. Test the data source to see them.';
const tooLarge = 'This document is larger than 20 MB. Save the part with the operation that you need.';

/** Opens a document and fills the form from the operation that is chosen in it. The document goes with the component. */
export function useOpenApi(state: DataSourceFormState, onFilled: (filled: Filled) => void) {
  const [step, setStep] = useState<Step>({ at: 'document' });
  const reader = useRef<DocumentReader | null>(null);
  useEffect(() => () => reader.current?.close(), []);

  const open = async (source: string | Blob): Promise<void> => {
    const size = typeof source === 'string' ? source.length : source.size;
    if (size > largestDocument) return setStep({ at: 'document', refusal: tooLarge });
    setStep({ at: 'reading' });
    reader.current?.close();
    const own = (reader.current = documentReader());
    const opened = await own.open(source);
    if (reader.current !== own) return;
    setStep(opened.operations ? { at: 'operations', ...opened } : { at: 'document', refusal: opened.refusal });
  };
  const choose = async (path: string): Promise<void> => {
    const operation = await reader.current?.choose(path);
    if (!operation) return setStep({ at: 'document', refusal: 'This operation cannot be read.' });
    const proposed =
      operation.example && (await callAdmin('proposeFromExample', operation.example).catch(() => undefined));
    if (operation.example && !proposed) operation.notes.push(noColumns);
    state.change(operationPatch(operation, proposed?.pagination, state.values), ...filledPaths);
    onFilled({ notes: operation.notes, panel: proposed?.panel });
  };
  return { step, open, choose };
}
