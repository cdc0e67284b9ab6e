import type { Redactor } from '../ports';
import { maskDocument } from './mask-document';
import { mask, maskForms } from './mask-text';
import { probeSearch } from './probe-search';
import { formsOf, probesOf, standsOut, type SecretForm } from './secret-forms';

/** Query values that are secrets by their name, whoever wrote the URL. */
const secretQueryValue =
  /([?&#](?:access_token|refresh_token|id_token|client_secret|code|code_verifier|token|password|api[-_]?key|sig|signature)=)[^&#\s"'<>]+/gi;

const shortestSecret = 4;

/** What is remembered, made ready for many texts. */
interface Known {
  /** Of the secrets that stand out. */
  forms: readonly SecretForm[];
  /** The others, the longest first. */
  common: readonly string[];
  mayHold(bytes: Uint8Array): boolean;
}

/** A redactor that knows no secret yet. One is made for each invocation. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  let known: Known | undefined;
  const knownNow = () => (known ??= knownOf([...secrets]));
  const maskData = (text: string) => maskForms(text, knownNow().forms);
  return {
    remember(secret) {
      if (secret.length < shortestSecret || secrets.has(secret)) return;
      secrets.add(secret);
      known = undefined;
    },
    redact: (text) => withoutSecretQueries(withoutCommon(maskData(text), knownNow().common)),
    mask: maskData,
    maskDocument: (document, bytes) => (knownNow().mayHold(bytes) ? maskDocument(document, maskData) : document),
  };
}

function knownOf(secrets: readonly string[]): Known {
  const distinct = secrets.filter(standsOut);
  const probes = distinct.map(probesOf);
  const search = probeSearch(probes.flatMap((each) => each ?? []));
  const isHidden = probes.includes(undefined); // it may be written without any of its characters
  return {
    forms: distinct.flatMap(formsOf),
    common: secrets.filter((secret) => !standsOut(secret)).sort((one, other) => other.length - one.length),
    mayHold: (bytes) => distinct.length > 0 && (isHidden || search(bytes)),
  };
}

/** Secrets that do not stand out, where they stand alone. */
function withoutCommon(text: string, common: readonly string[]): string {
  return common.reduce((rest, secret) => (rest.includes(secret) ? withoutWord(rest, secret) : rest), text);
}

const withoutWord = (text: string, word: string) =>
  text
    .split(word)
    .reduce(
      (before, after) => before + (/[\p{L}\d]$/u.test(before) || /^[\p{L}\d]/u.test(after) ? word : mask) + after,
    );

const withoutSecretQueries = (text: string) =>
  text.includes('=') ? text.replace(secretQueryValue, `$1${mask}`) : text;
