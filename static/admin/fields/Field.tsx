import type { ReactNode } from 'react';
import { useId } from 'react';

/** What a control takes over from its field, so that label, help and error belong to it. */
export interface FieldParts {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
}

interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  className?: string;
  children: (parts: FieldParts) => ReactNode;
}

/** A label above a control, a sentence of help and the error below it. */
export function Field({ label, help, error, optional, className, children }: FieldProps) {
  const id = useId();
  const [labelId, helpId, errorId] = [`${id}-label`, `${id}-help`, `${id}-error`];
  const describedBy = [error ? errorId : undefined, help ? helpId : undefined].filter(Boolean).join(' ');
  return (
    <div className={`field ${className ?? ''}`}>
      <label className="field-label" id={labelId} htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> (optional)</span> : null}
      </label>
      {children({ id, labelId, describedBy: describedBy || undefined, invalid: error !== undefined })}
      {help ? (
        <div className="field-help" id={helpId}>
          {help}
        </div>
      ) : null}
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
