import type { CompiledLaw } from '../src/data/law.js';
import { lineTable } from '../src/data/line-table.js';
import { jsonText, textList } from '../src/data/text-list.js';
import { record, records, text } from '../src/data/untyped.js';

/** `rules/law/*.yaml` by file name, as the tool looks it up: provisions by number, each a text that is read when somebody asks for it. */
export function compileLaw(files: Readonly<Record<string, unknown>>): CompiledLaw {
  const ids: string[] = [];
  const instruments: string[] = [];
  const provisionTexts: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const { instrument, provisions } = record(content);
    // Lists of countries and organisations stand there too.
    if (instrument === undefined) continue;
    for (const provision of records(provisions)) {
      const id = text(provision['id']);
      if (id === undefined || ids.includes(id)) throw new Error(`rules/law/${name}.yaml: a provision without an id, or a second "${id}"`);
      ids.push(id);
      provisionTexts.push(jsonText({ ...provision, instrument: instruments.length }));
    }
    instruments.push(jsonText(instrument));
  }
  return {
    instruments: textList(instruments),
    ids: ids.join('\n'),
    places: lineTable(ids.map((id, place) => [id, [String(place)]])),
    provisions: textList(provisionTexts),
  };
}
