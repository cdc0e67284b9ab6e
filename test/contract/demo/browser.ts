import { load } from 'cheerio';

/** A person at a browser without scripts: keeps cookies, follows redirects, presses buttons. */
export interface Browser {
  open(url: string): Promise<Page>;
}

export interface Page {
  url: string;
  status: number;
  title: string;
  text: string;
  /** Follows the link with this text. */
  follow(text: string): Promise<Page>;
  /** Presses the button that holds this text, and sends its form. */
  press(text: string): Promise<Page>;
}

/** A browser that stops at addresses starting with `stopAt` instead of opening them: the app's callback. */
export function createBrowser(stopAt: string): Browser {
  const cookies = new Map<string, { value: string; path: string }>();

  const request = async (url: string, init: RequestInit = {}): Promise<Page> => {
    if (url.startsWith(stopAt)) return pageOf(url, 200, '');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: cookiesFor(url), accept: 'text/html' },
    });
    keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    const html = await response.text();
    if (location !== null) return request(new URL(location, url).href);
    return pageOf(url, response.status, html);
  };

  const cookiesFor = (url: string): string =>
    [...cookies]
      .filter(([, { path }]) => new URL(url).pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');

  const keep = (headers: string[]): void => {
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const path = /;\s*path=([^;]*)/i.exec(header)?.[1] ?? '/';
      if (value === '') cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { value, path });
    }
  };

  const pageOf = (url: string, status: number, html: string): Page => {
    const $ = load(html);
    return {
      url,
      status,
      title: $('h1').text(),
      text: $('main').text().replace(/\s+/g, ' '),
      follow: (text) => {
        const href = $(`a:contains("${text}")`).attr('href');
        if (href === undefined) throw new Error(`There is no link '${text}' on: ${$('body').text()}`);
        return request(new URL(href, url).href);
      },
      press: (text) => {
        const button = $(`button:contains("${text}")`).first();
        const action = button.closest('form').attr('action');
        if (action === undefined) throw new Error(`There is no button '${text}' on: ${$('body').text()}`);
        const body = new URLSearchParams([[button.attr('name') ?? '', button.attr('value') ?? '']]);
        return request(new URL(action, url).href, { method: 'POST', body });
      },
    };
  };

  return { open: (url) => request(url) };
}
