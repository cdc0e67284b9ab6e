import Resolver from '@forge/resolver';

const resolver = new Resolver();

resolver.define('greet', ({ payload, context }) => `${payload.greeting} from ${context.accountId}`);

export const calls = resolver.getDefinitions();

interface ExportPayload {
  exportType: string;
  extensionPayload?: { config?: Record<string, string> };
  context: { config?: Record<string, string> };
}

const document = (...content: unknown[]) => ({ version: 1, type: 'doc', content });
const paragraph = (text: string, marks?: unknown[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
const row = (type: string, ...texts: string[]) => ({
  type: 'tableRow',
  content: texts.map((text) => ({ type, attrs: {}, content: [paragraph(text)] })),
});

export const exported = ({ exportType, extensionPayload, context }: ExportPayload) => {
  const config = extensionPayload?.config ?? context.config ?? {};
  const rows = Object.entries(config).map(([name, value]) => row('tableCell', name, value));
  const link = { type: 'link', attrs: { href: 'https://example.com/' } };
  const table = { type: 'table', content: [row('tableHeader', 'Name', 'Value'), ...rows] };
  return document(paragraph(`As ${exportType}`, [{ type: 'strong' }]), table, paragraph('More', [link]));
};
export const exportedWord = () => document(paragraph('forty-two'));
