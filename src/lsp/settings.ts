/** What an editor may set, under `policylint`; what is found is the business of the configuration file. */
export interface Settings {
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  /** Whether policies that are not open are checked, too. */
  readonly workspace: boolean;
  /** Patterns of the files that are meant by that; none: all that a check of the folder takes. */
  readonly documents: readonly string[];
}

export const DEFAULTS: Settings = { inlayHints: false, codeLens: false, workspace: true, documents: [] };

/** The settings in what a client sent (`{ policylint: { … } }`); null where it sent none. */
export function settingsIn(sent: unknown): Settings | null {
  const own: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'policylint') : undefined;
  if (typeof own !== 'object' || own === null) return null;
  const documents: unknown = Reflect.get(own, 'documents');
  return {
    inlayHints: isOn(own, 'inlayHints'),
    codeLens: isOn(own, 'codeLens'),
    workspace: Reflect.get(own, 'workspace') !== false,
    documents: Array.isArray(documents) ? documents.filter((pattern) => typeof pattern === 'string') : [],
  };
}

/** `true`, or `{ enable: true }` as VS Code nests it. */
function isOn(settings: object, name: string): boolean {
  const value: unknown = Reflect.get(settings, name);
  return value === true || (typeof value === 'object' && value !== null && Reflect.get(value, 'enable') === true);
}
