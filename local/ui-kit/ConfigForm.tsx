import type { ReactElement } from 'react';
import type { ConfigValues } from './config-fields';
import { filled } from './config-fields';
import { readNode } from './forge-doc';
import { NodeView } from './NodeView';
import './ui-kit.css';

interface ConfigFormProps {
  /** What the app handed to `ForgeReconciler.addConfig`. */
  document: unknown;
  values: ConfigValues;
  onChange(values: ConfigValues): void;
}

/**
 * The form of a macro's classic settings: each field that has a name shows the value kept under it, and changes it, with no word
 * of the app's.
 */
export function ConfigForm({ document, values, onChange }: ConfigFormProps): ReactElement | null {
  const root = readNode(document);
  if (!root) return null;
  const change = (name: string, value: unknown): void => onChange({ ...values, [name]: value });
  return (
    <div className="uik uik-config">
      <NodeView node={filled({ ...root, type: 'Root' }, values, change)} />
    </div>
  );
}
