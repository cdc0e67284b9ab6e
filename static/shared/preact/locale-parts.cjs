/** What the bridge needs of its translator to tell the reader's locale. The macro has no texts for it to translate. */
exports.ensureLocale = require('@forge/i18n/out/ensureLocale').ensureLocale;
exports.TranslationsGetter = class {};
