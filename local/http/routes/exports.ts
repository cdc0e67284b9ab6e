import type { Hono } from 'hono';
import * as v from 'valibot';
import type { ExportType } from '../../platform/export';
import { exportMacro } from '../../platform/export';
import type { ProductContent } from '../../platform/product/seed';
import type { BodyNode, ExportedMacro, ExportedNode, MacroNode } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';

const requestSchema = v.object({ contentId: v.string(), exportType: v.picklist(['pdf', 'word', 'other']) });

/** `POST /api/exports`: whoever may read a page may export it. */
export function exportRoutes(app: Hono, parts: HttpParts): void {
  app.post('/api/exports', async (c) => {
    const { contentId, exportType } = await readBody(c, requestSchema);
    const { product } = parts.site;
    const page = product.content(contentId);
    if (!page || !product.canRead(parts.sessions.user(c), page)) {
      throw new HttpProblem(403, 'You may not read this page.');
    }
    return c.json({ title: page.title, nodes: await exportedNodes(parts, page, exportType) });
  });
}

async function exportedNodes(parts: HttpParts, page: ProductContent, type: ExportType): Promise<ExportedNode[]> {
  const exported = (macro: MacroNode) => exportedMacro(parts, page, macro, type);
  const exportedNode = async (node: BodyNode): Promise<ExportedNode> => {
    if (node.kind === 'macro') return exported(node);
    if (node.kind !== 'sentence') return node;
    const inSentence = async (part: string | MacroNode) => (typeof part === 'string' ? part : exported(part));
    return { kind: 'sentence', parts: await Promise.all(node.parts.map(inSentence)) };
  };
  return Promise.all(page.body.map(exportedNode));
}

async function exportedMacro(
  { manifest, functions, site }: HttpParts,
  { id: contentId }: ProductContent,
  { moduleKey, config, body, localId }: MacroNode,
  type: ExportType,
): Promise<ExportedMacro> {
  const module = manifest.modules.find(({ key }) => key === moduleKey);
  if (!module) return { kind: 'macro', moduleKey, fault: `The app no longer has a module "${moduleKey}".` };
  const result = await exportMacro(functions, site, { module, contentId, config, body, localId }, type);
  if (!result) return { kind: 'macro', moduleKey, fault: 'This macro has nothing to export.' };
  return result.ok
    ? { kind: 'macro', moduleKey, document: result.value }
    : { kind: 'macro', moduleKey, fault: result.message };
}
