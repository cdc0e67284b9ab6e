import { Disclosure } from '../../fields/Disclosure';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import { expressionFunctions } from './expression-functions';

interface ExpressionHelpProps {
  columns: readonly OfferedColumn[];
  /** Adds the text to the expression. */
  insert: (text: string) => void;
}

/** The columns to click into an expression, and what else can stand in one. */
export function ExpressionHelp({ columns, insert }: ExpressionHelpProps) {
  return (
    <>
      <div className="chips" role="group" aria-label="Insert a column">
        {columns.map(({ key, label }) => (
          <button key={key} type="button" className="chip" onClick={() => insert(`[${label}]`)}>
            [{label}]
          </button>
        ))}
      </div>
      <Disclosure title="What an expression can contain">
        <p className="field-help">
          Columns as <code>[Label]</code>, numbers, texts in quotes, <code>+ - * / % &amp;</code>, comparisons,{' '}
          <code>and</code>, <code>or</code>, <code>not</code>, variables as <code>{'{$.key}'}</code>, and functions:
        </p>
        <dl className="functions">
          {expressionFunctions.map(([call, result]) => (
            <div key={call}>
              <dt>
                <code>{call}</code>
              </dt>
              <dd>{result}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}
