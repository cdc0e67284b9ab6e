interface FolderRules {
  sectionOf(document: string, heading: string): string;
  foldersIn(text: string): string[];
  missingFolders(names: readonly string[]): string[];
  misplacedFolders(names: readonly string[]): string[];
}

const { foldersIn, misplacedFolders, missingFolders, sectionOf } = jest.requireActual<FolderRules>(
  '../../scripts/folders-in-docs.mjs',
);

describe('the folders that a document names', () => {
  const document =
    '# A\n\n## Map\n\n`src/shared/` and\n`static/admin`\n\n### More\n\n`src/shared`\n\n## Other\n\n`local`\n';

  it('are those between backticks below its heading, each once', () => {
    expect(foldersIn(sectionOf(document, 'Map'))).toEqual(['src/shared', 'static/admin']);
    expect(foldersIn(sectionOf(document, 'Nothing'))).toEqual([]);
  });

  it('are no files, commands or packages', () => {
    expect(foldersIn('`src/index.ts`, `npm test`, `@forge/api`, `*/build`, src/shared')).toEqual([]);
  });

  it('are compared with the import table', () => {
    const missing = missingFolders(['src/shared', 'static']);
    expect(missing).toContain('src/grants is not named.');
    expect(missing).toContain('static/admin/fields is not named.');
    expect(missing).not.toContain('src/shared is not named.');
    expect(missing.filter((sentence) => /[*]|index/.test(sentence))).toEqual([]);
  });

  it('come after those that they import from', () => {
    expect(misplacedFolders(['src/shared', 'src/data-sources', 'src/grants'])).toEqual([]);
    expect(misplacedFolders(['src/grants', 'src/data-sources'])).toEqual([
      'src/grants is named before src/data-sources.',
    ]);
  });
});

export {};
