import type { Site, SiteOptions } from './site';
import { openSite } from './site';

/** The installation that the browser sees. */
export const mainSite = 'main';

/** The installations of one host, each with a database of its own. */
export class Sites {
  readonly #open = new Map<string, Site>();

  constructor(
    private readonly file: string,
    private readonly options: SiteOptions,
  ) {}

  /** The installation of the name, opened when first requested. */
  get(name: string = mainSite): Site {
    const known = this.#open.get(name) ?? openSite(name, this.#fileOf(name), this.options);
    this.#open.set(name, known);
    return known;
  }

  /** Those opened so far. */
  all(): Site[] {
    return [...this.#open.values()];
  }

  close(): void {
    for (const { db } of this.all()) db.close();
  }

  #fileOf(name: string): string {
    return this.file === ':memory:' || name === mainSite ? this.file : `${this.file}.${name}`;
  }
}
