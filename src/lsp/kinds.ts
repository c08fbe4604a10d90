/** What a document is, by its URI. */

/** A configuration file, or the file that may hold one. */
export function isConfigFile(uri: string): boolean {
  return /(?:^|\/)(?:policylint\.config\.(?:ya?ml|jsonc?)|package\.json)$/.test(uri);
}

/** Never a policy, whatever the client attaches the server to. */
export const IS_DATA = /\.(?:ya?ml|jsonc?|toml)$/i;

/** May be a policy; `TEXTS` says so to a client that watches files. */
export const IS_TEXT = /\.(?:md|markdown|mdx|html?|txt)$/i;
export const TEXTS = '**/*.{md,markdown,mdx,html,htm,txt}';
