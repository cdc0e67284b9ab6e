import { inflateSync } from 'node:zlib';

/** Which text stands for which glyph, by its number in hexadecimal; the `ToUnicode` map of a font (ISO 32000-1, 9.10.3). */
type Glyphs = Map<string, string>;

const textOfHex = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const begin = at + (pdf[at + 6] === 13 ? 8 : 7);
    try {
      streams.push(inflateSync(pdf.subarray(begin, pdf.indexOf('endstream', begin))).toString('latin1'));
    } catch {
      continue; // a picture or a font of another kind
    }
  }
  return streams;
}

function glyphsOf(map: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, first = '', last = '', text = ''] of map.matchAll(/<(\w{4})> <(\w{4})> <(\w+)>/g)) {
    const start = Number.parseInt(first, 16);
    for (let glyph = start; glyph <= Number.parseInt(last, 16); glyph += 1) {
      const unit = (Number.parseInt(text, 16) + glyph - start).toString(16).padStart(4, '0');
      glyphs.set(glyph.toString(16).padStart(4, '0'), textOfHex(unit));
    }
  }
  for (const [, glyph = '', text = ''] of map.replace(/<\w{4}> <\w{4}> <\w+>/g, '').matchAll(/<(\w{4})> <(\w+)>/g)) {
    glyphs.set(glyph.toLowerCase(), textOfHex(text));
  }
  return glyphs;
}

/**
 * The words on the pages of a PDF that Chromium has written, spaces left out. What is drawn is read with each of its fonts, for
 * streams name fonts by numbers of their page: the text stands somewhere in it, beside readings by other fonts.
 */
export function pdfText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const fonts = streams.filter((stream) => stream.includes('begincmap')).map(glyphsOf);
  const drawn = streams.filter((stream) => /TJ|Tj/.test(stream) && !stream.includes('begincmap'));
  const read = (stream: string, glyphs: Glyphs): string =>
    [...stream.matchAll(/<([0-9A-Fa-f]+)>/g)]
      .flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [])
      .map((glyph) => glyphs.get(glyph) ?? '')
      .join('')
      .normalize('NFKC') // several letters may be one glyph
      .replace(/\s/g, '');
  return fonts.map((glyphs) => drawn.map((stream) => read(stream, glyphs)).join('\n')).join('\n');
}
