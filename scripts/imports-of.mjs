import ts from 'typescript';

/**
 * All imports and re-exports of a source text with their lines, those in types and dynamic ones included. A `lazy` one
 * is loaded only when its place in the code is reached; a `typeOnly` one is gone after compilation.
 */
export function importsOf(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    const { specifier, typeOnly = false, lazy = false } = importAt(node) ?? {};
    if (specifier && ts.isStringLiteralLike(specifier)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ specifier: specifier.text, typeOnly, lazy, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importAt(node) {
  if (ts.isImportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, typeOnly: node.importClause?.isTypeOnly };
  }
  if (ts.isExportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    return { specifier: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, typeOnly: true };
  }
  if (ts.isCallExpression(node) && isLoading(node.expression)) {
    return { specifier: node.arguments[0], lazy: true };
  }
  return undefined;
}

function isLoading(callee) {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}
