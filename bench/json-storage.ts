import type { Storage } from '../src/ports';

/** Storage in memory that keeps and returns JSON texts, as the platform's does over HTTP. */
export interface JsonStorage extends Storage {
  /** Characters of all stored values. */
  length(): number;
}

export function jsonStorage(): JsonStorage {
  const texts = new Map<string, string>();
  const read = <T>(key: string): T | undefined => {
    const text = texts.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const write = (key: string, value: unknown) => void texts.set(key, JSON.stringify(value));
  const sum = (values: Iterable<string>) => [...values].reduce((length, text) => length + Buffer.byteLength(text), 0);
  return {
    length: () => sum(texts.values()),
    get: async <T>(key: string) => read<T>(key),
    getMany: async <T>(keys: string[]) =>
      new Map(keys.filter((key) => texts.has(key)).map((key) => [key, read<T>(key) as T])),
    set: async (key, value) => write(key, value),
    create: async (key, value) => {
      if (texts.has(key)) return false;
      write(key, value);
      return true;
    },
    delete: async (key) => void texts.delete(key),
    list: async <T>(prefix: string) =>
      [...texts.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key, value: read<T>(key) as T })),
    keys: async (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
  };
}
