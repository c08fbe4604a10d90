/** Names in a configuration that must be known: those of presets and rules. */
import { builtInPresets } from '../../data/rules.js';
import { nearest } from '../../nearest.js';
import type { Flaw } from './schema.js';
import type { FileSettings } from './types.js';

/** What names nothing, with the nearest name that does. `ids`: of all rules. Paths begin at the settings. */
export function nameFlaws(settings: FileSettings, ids: readonly string[]): Flaw[] {
  const flaws: Flaw[] = [];
  const presets = builtInPresets.map(({ id }) => id);
  if (settings.preset !== undefined && !presets.includes(settings.preset)) {
    const advice = suggest(settings.preset, presets) || `; known: ${presets.join(', ')}.`;
    flaws.push({ path: ['preset'], message: `there is no preset "${settings.preset}"${advice}` });
  }
  for (const [pattern, entry] of Object.entries(settings.rules ?? {})) {
    const path = ['rules', pattern];
    const isPattern = pattern.includes('*');
    if (isPattern ? !ids.some((id) => matches(id, pattern)) : !ids.includes(pattern))
      flaws.push({
        path,
        isKey: true,
        message: `there is no rule "${pattern}"${suggest(pattern, ids) || '; "policylint rules" lists them.'}`,
      });
    else if (isPattern && typeof entry === 'object')
      flaws.push({ path, isKey: true, message: 'a pattern takes a severity alone; message and options belong to one rule.' });
  }
  return flaws;
}

function suggest(name: string, known: readonly string[]): string {
  const sameName = known.find((id) => id.endsWith(`/${name}`));
  const near = sameName ?? nearest(name, known);
  return near ? `; did you mean "${near}"?` : '';
}

function matches(id: string, pattern: string): boolean {
  const [before = '', after = ''] = [pattern.slice(0, pattern.indexOf('*')), pattern.slice(pattern.lastIndexOf('*') + 1)];
  return id.startsWith(before) && id.endsWith(after) && id.length >= before.length + after.length;
}
