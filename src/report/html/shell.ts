/** The frame of every page: nothing is loaded from elsewhere, nothing runs but the report's own script. */
import { escapeHtml } from './escape.js';

export interface Shell {
  readonly title: string;
  /** What the policy of the page allows: files beside it, or the style within it. */
  readonly csp: string;
  readonly head: string;
  readonly body: string;
}

/** Content policies: the report is a folder of files, or one file. */
export const CSP = {
  folder: "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'",
  file: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
} as const;

export function page({ title, csp, head, body }: Shell): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<div class="wrap">
${body}
<footer>Made by policylint. It flags; it gives no legal advice.</footer>
</div>
</body>
</html>
`;
}
