import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Loading } from '../../fields/Loading';
import { Notice } from '../../fields/Notice';
import { DocumentInput } from './DocumentInput';
import type { Filled } from './filled';
import { OperationList } from './OperationList';
import { useOpenApi } from './useOpenApi';

interface OpenApiBoxProps {
  state: DataSourceFormState;
  onFilled: (filled: Filled) => void;
  onDiscard: () => void;
}

/** The document first, then its operations. */
export default function OpenApiBox({ state, onFilled, onDiscard }: OpenApiBoxProps) {
  const { step, open, choose } = useOpenApi(state, onFilled);
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  return (
    <div className="curl-box" ref={box}>
      {step.at === 'operations' ? (
        <OperationList title={step.title} operations={step.operations} onChoose={(path) => void choose(path)} />
      ) : (
        <DocumentInput text={text} onText={setText} onSource={(source) => void open(source)} />
      )}
      {step.at === 'reading' ? <Loading what="the document" /> : null}
      {step.at === 'document' && step.refusal ? (
        <Notice look="error" title="The document was not read" live>
          {step.refusal}
        </Notice>
      ) : null}
      <div className="row-of-buttons">
        {step.at === 'document' ? (
          <Button appearance="primary" onClick={() => void open(text)} isDisabled={text.trim() === ''}>
            Show operations
          </Button>
        ) : null}
        <Button appearance="subtle" onClick={onDiscard}>
          Discard document
        </Button>
      </div>
    </div>
  );
}
