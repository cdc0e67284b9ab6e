/** A text with its escapes resolved, and where each of its characters stands in the text as it came. */
export interface ResolvedText {
  characters: string;
  /** The place in the original of the character at this place; of the end, too. */
  placeOf(at: number): number;
}

/** Escapes of JSON and JavaScript, of URLs (one character in UTF-8 each), and of HTML and XML. */
const escape =
  /\\u([0-9a-f]{4})|\\(["'\\/])|(%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3})|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos|sol|plus|equals|percnt);/gi;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  plus: '+',
  equals: '=',
  percnt: '%',
};

/** Encodings within encodings that are looked through. */
const mostLayers = 3;

/** The text as it is, and with one layer of escapes after the other resolved. */
export function layersOf(text: string): ResolvedText[] {
  const layers: ResolvedText[] = [{ characters: text, placeOf: (at) => at }];
  for (let last = layers[0]; last && layers.length <= mostLayers;) {
    const next = resolved(last);
    if (!next) break;
    layers.push(next);
    last = next;
  }
  return layers;
}

function resolved({ characters, placeOf }: ResolvedText): ResolvedText | undefined {
  if (!/[\\%&]/.test(characters)) return undefined;
  const inner = characters.replace(escape, (...found: string[]) => meant(found));
  if (inner === characters) return undefined;
  let places: readonly number[] | undefined;
  return { characters: inner, placeOf: (at) => placeOf((places ??= placesIn(characters))[at]!) };
}

/** Only made where something was found. */
function placesIn(characters: string): number[] {
  const places: number[] = [];
  let from = 0;
  const asTheyStand = (to: number) => {
    for (; from < to; from++) places.push(from);
  };
  for (const found of characters.matchAll(escape)) {
    asTheyStand(found.index);
    const { length } = meant(found);
    for (let unit = 0; unit < length; unit++) places.push(found.index);
    from = found.index + found[0].length;
  }
  asTheyStand(characters.length);
  return [...places, characters.length];
}

/** What one escape stands for; itself where it stands for nothing. */
function meant([whole = '', unicode, character, url, decimal, hex, name]: (string | undefined)[]): string {
  if (unicode !== undefined) return String.fromCharCode(parseInt(unicode, 16));
  if (character !== undefined) return character;
  if (url !== undefined) return decodedUrl(url);
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

function decodedUrl(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
