/** The folders of the workspace, as absolute paths. */
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export class Folders {
  private known: readonly string[] = [];

  /** `fallback`: where a document is taken to be while no folder is open. */
  constructor(private readonly fallback: string) {}

  get paths(): readonly string[] {
    return this.known;
  }

  /** The URIs of folders that were opened and closed. */
  change(added: readonly string[], removed: readonly string[] = []): void {
    const gone = removed.map(pathOfUri);
    const kept = this.known.filter((folder) => !gone.includes(folder));
    this.known = [...new Set([...kept, ...added.flatMap((uri) => pathOfUri(uri) ?? [])])];
  }

  /** The innermost folder around a document; for one that is in none, and for unsaved ones, the first. */
  of(uri: string): string {
    const path = pathOfUri(uri) ?? '';
    const around = this.known.filter((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
    return around.sort((a, b) => b.length - a.length)[0] ?? this.known[0] ?? this.fallback;
  }
}

/** The file or folder that a URI names; null where it names none (an unsaved document, another scheme, an odd encoding). */
export function pathOfUri(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
