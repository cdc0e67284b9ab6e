/** What an option means for the request: where its argument goes, or why it cannot be followed. */
export type OptionEffect =
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'user'
  | 'digest'
  | 'bearer'
  | 'cookie'
  | 'user-agent'
  | 'referer'
  | 'url'
  | 'url-query'
  | 'get'
  | 'head'
  | 'ignored'
  | 'ignored-value'
  | 'refused'
  | 'refused-value';

const effects: readonly (readonly [OptionEffect, string])[] = [
  ['method', '-X --request'],
  ['header', '-H --header'],
  ['data', '-d --data --data-ascii --data-binary'],
  ['data-raw', '--data-raw'],
  ['data-urlencode', '--data-urlencode'],
  ['json', '--json'],
  ['user', '-u --user'],
  ['digest', '--digest'],
  ['bearer', '--oauth2-bearer'],
  ['cookie', '-b --cookie'],
  ['user-agent', '-A --user-agent'],
  ['referer', '-e --referer'],
  ['url', '--url'],
  ['url-query', '--url-query'],
  ['get', '-G --get'],
  ['head', '-I --head'],
  [
    'ignored',
    '-L --location --compressed -s --silent -S --show-error -v --verbose -i --include --show-headers -f --fail',
  ],
  [
    'ignored',
    '--fail-with-body -g --globoff -# --progress-bar -N --no-buffer -0 --http1.0 --http1.1 --http2 --http3 -4 -6',
  ],
  [
    'ignored',
    '--ipv4 --ipv6 --basic --tcp-nodelay --no-keepalive --path-as-is -J --remote-header-name -O --remote-name',
  ],
  ['ignored', '--no-progress-meter --tlsv1.2 --tlsv1.3 -1 --post301 --post302 --post303 -q --disable --styled-output'],
  [
    'ignored-value',
    '-o --output -m --max-time --connect-timeout --retry --retry-delay --retry-max-time --max-redirs -w',
  ],
  ['ignored-value', '--write-out --limit-rate --keepalive-time -c --cookie-jar -D --dump-header --max-filesize'],
  ['refused', '-k --insecure --proxy-insecure --location-trusted --ntlm --negotiate --anyauth -n --netrc'],
  ['refused', '--netrc-optional --proxy-tunnel -p --ftp-pasv --haproxy-protocol -a --append -l --list-only'],
  ['refused-value', '-x --proxy --preproxy --socks4 --socks4a --socks5 --socks5-hostname --noproxy -U --proxy-user'],
  ['refused-value', '--resolve --connect-to --interface --dns-servers --doh-url --unix-socket --abstract-unix-socket'],
  ['refused-value', '-F --form --form-string -T --upload-file -K --config --netrc-file -r --range -C --continue-at'],
  [
    'refused-value',
    '-E --cert --key --cert-type --key-type --pass --cacert --capath --pinnedpubkey --crlfile --ciphers',
  ],
  [
    'refused-value',
    '--aws-sigv4 --request-target -Q --quote -t --telnet-option -z --time-cond --proto --proto-default',
  ],
];

const byName = new Map(effects.flatMap(([effect, names]) => names.split(' ').map((name) => [name, effect] as const)));

/** Why options that change where or how safely a request goes cannot be followed. */
const reasons = new Map([
  ['-k', 'the certificate of the API is always checked'],
  ['--insecure', 'the certificate of the API is always checked'],
  ['-F', 'forms with files cannot be sent'],
  ['--form', 'forms with files cannot be sent'],
  ['-E', 'client certificates are not supported'],
  ['--cert', 'client certificates are not supported'],
  ['--key', 'client certificates are not supported'],
  ['--location-trusted', 'credentials are never sent to another host'],
]);

/** The sentence for an option that cannot be followed. */
export function optionRefusal(name: string): string {
  return `${name} cannot be used here: ${reasons.get(name) ?? 'the app does not support it'}. Remove it from the command.`;
}

export interface Option {
  name: string;
  effect: OptionEffect;
  /** Empty where the option takes none. */
  value: string;
}

export type ReadOptions = { options: Option[]; refusal?: undefined } | { options?: undefined; refusal: string };

const withoutValue: readonly OptionEffect[] = ['get', 'head', 'digest', 'ignored', 'refused'];

/** The options of a command's words after `curl`, in order; what is no option is the URL. */
export function readOptions(words: readonly string[]): ReadOptions {
  const rest = [...words];
  const options: Option[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const { name, attached } = splitOption(word);
    const effect = name === undefined ? 'url' : byName.get(name);
    if (effect === undefined) return { refusal: `${name} is not a curl option that the app knows.` };
    if (name === undefined) options.push({ name: '--url', effect, value: word });
    else if (withoutValue.includes(effect)) {
      options.push({ name, effect, value: '' });
      if (attached !== undefined && !name.startsWith('--')) rest.unshift(`-${attached}`);
    } else {
      const value = attached ?? rest.shift();
      if (value === undefined) return { refusal: `The value of ${name} is missing.` };
      options.push({ name, effect, value });
    }
  }
  return { options };
}

/** `-XPOST` is `-X POST`, `-sS` is `-s -S`, `--name=value` is meant as `--name value`. */
function splitOption(word: string): { name?: string; attached?: string } {
  if (!word.startsWith('-') || word === '-') return {};
  if (word.startsWith('--')) {
    const [, name = word, attached] = /^(--[^=]+)=([\s\S]*)$/.exec(word) ?? [];
    return { name, attached };
  }
  return { name: word.slice(0, 2), attached: word.length > 2 ? word.slice(2) : undefined };
}
