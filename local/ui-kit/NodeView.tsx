import type { ReactElement } from 'react';
import type { ForgeNode } from './forge-doc';
import { nodesInProp } from './forge-doc';
import { componentOf } from './component-registry';
import type { NodeProps } from './node-component';

/** One node, by the component registered for its type; an unknown type shows its name. */
export function NodeView({ node }: NodeProps): ReactElement {
  const Component = componentOf(node.type);
  if (!Component) return <span className="uik-unknown">{`${node.type} is not modelled by the local host`}</span>;
  return <Component node={node} />;
}

/** Several nodes, one after the other. */
export function Nodes({ nodes }: { nodes: ForgeNode[] }): ReactElement {
  return (
    <>
      {nodes.map((node) => (
        <NodeView key={node.key} node={node} />
      ))}
    </>
  );
}

/** What stands in a prop: text, or elements. */
export function Slot({ value }: { value: unknown }): ReactElement {
  return <Nodes nodes={nodesInProp(value)} />;
}
