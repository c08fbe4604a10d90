/**
 * Of two expressions that ask the same of letters and digits, the one for this text: `plain` knows those of ASCII, `wide` those of all
 * scripts. V8 looks up all letters of Unicode to make one of the latter and again to compile it, and most titles and names do without.
 */
export const forLettersOf = (text: string, plain: RegExp, wide: () => RegExp): RegExp => (NOT_PLAIN.test(text) ? wide() : plain);

/** Letters outside ASCII, and all else there but the quotation marks and dashes that English texts hold. */
const NOT_PLAIN = /[\u0080-\u2012\u2015-\u2017\u201a\u201b\u201e-\uffff]/;
