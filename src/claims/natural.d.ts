/** The package declares types by folder only; its root must not be imported (it reads `.env`, prints, and takes a second). */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porter: { stem(word: string): string };
  export default porter;
}
