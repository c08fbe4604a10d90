import type { CompiledLaw } from '../src/data/law.js';
import { jsonText, textList } from '../src/data/text-list.js';
import { record, records, text } from '../src/data/untyped.js';

/** `rules/law/*.yaml` by file name, as the tool looks it up: provisions by number, each a text that is read when somebody asks for it. */
export function compileLaw(files: Readonly<Record<string, unknown>>): CompiledLaw {
  const law: { instruments: unknown[]; ids: string[] } = { instruments: [], ids: [] };
  const texts: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const { instrument, provisions } = record(content);
    // Lists of countries and organisations stand there too.
    if (instrument === undefined) continue;
    for (const provision of records(provisions)) {
      const id = text(provision['id']);
      if (id === undefined || law.ids.includes(id))
        throw new Error(`rules/law/${name}.yaml: a provision without an id, or a second "${id}"`);
      law.ids.push(id);
      texts.push(jsonText({ ...provision, instrument: law.instruments.length }));
    }
    law.instruments.push(instrument);
  }
  return { ...law, provisions: textList(texts) };
}
