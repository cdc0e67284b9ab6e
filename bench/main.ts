import type { Entry } from './entry';

/** What is measured together, in a process of its own. */
const groups: Readonly<Record<string, () => Promise<Entry[]>>> = {
  pipeline: async () => (await import('./pipeline')).pipeline(),
  page: async () => (await import('./page')).pages(),
  'large-object': async () => (await import('./large-object')).largeObject(),
  detection: async () => (await import('./detection')).detection(),
  memory: async () => (await import('./memory')).memoryPeak(process.argv[3] ?? ''),
  flight: async () => (await import('./flight')).flight(),
  cold: async () => (await import('./cold')).cold(),
  'cold-writes': async () => (await import('./cold-writes')).coldWrites(),
  search: async () => (await import('./search')).search(),
  snapshot: async () => (await import('./snapshot')).snapshotBytes(),
  'first-row': async () => (await import('./first-row')).firstRow(),
  import: async () => (await import('./functions-import')).functionsImport(),
  readers: async () => (await import('./readers')).manyReaders(),
  soak: async () => (await import('./soak')).soak(process.argv.slice(3).map(Number)),
};

async function measure(name: string): Promise<void> {
  const entries = await groups[name]?.();
  process.send?.(entries, () => process.exit());
}

void measure(process.argv[2] ?? '');
