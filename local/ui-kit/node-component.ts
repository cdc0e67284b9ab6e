import type { ReactElement } from 'react';
import type { ForgeNode } from './forge-doc';

/** What the registry holds for each type of node. */
export interface NodeProps {
  node: ForgeNode;
}

/** Draws nodes of one type. */
export type NodeComponent = (props: { node: ForgeNode }) => ReactElement | null;

/** A family of components by the type of node that each draws. */
export type NodeComponents = Readonly<Record<string, NodeComponent>>;
