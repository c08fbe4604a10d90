/** Where the documentation of a rule stands. Its pages are made from the packs: docs/rules/<pack>/<name>.md. */
const DOCS = 'https://github.com/policylint/policylint/blob/main/docs/rules';

export const HOME = 'https://github.com/policylint/policylint';

export function ruleUrl(id: string): string {
  return `${DOCS}/${id.split('/').map(encodeURIComponent).join('/')}.md`;
}

/** A relative path as a URI reference. */
export function pathToUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
