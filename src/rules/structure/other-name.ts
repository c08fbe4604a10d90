import { vendorOf } from '../../data/registry.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** A name that speaks as the author ("Foobar respects your privacy") beside another one that does. `at-least`: places. */
export const otherName: StructureTest = (context, options) => {
  const places = proseOf(context.document).flatMap((sentence) => {
    const match = SPEAKS.exec(sentence.text);
    const name = match?.[1];
    return name && !NOT_NAMES.test(name) && vendorOf(name) === undefined ? [{ sentence, name }] : [];
  });
  const [known] = places;
  if (!known) return [];
  const first = known.name.toLowerCase();
  const others = places.filter(({ name }) => !first.includes(name.toLowerCase()) && !name.toLowerCase().includes(first));
  if (others.length < numberOption(options, 'at-least', 1)) return [];
  return onlyFirst(others.map(({ sentence, name }) => sentenceHit(sentence, { values: { name, other: known.name }, key: name })));
};

const SPEAKS =
  /(?:^|[,;] )(?:The )?([A-Z][\w.]{2,30}(?: [A-Z][\w.]{1,30}){0,2}) (?:respects (?:your|the) privacy|is committed to (?:protecting|safeguarding|your|respecting)|takes your privacy|values your privacy|understands (?:that|the importance)|(?:does|will) not (?:sell|rent|share) your)/;
const NOT_NAMES =
  /^(?:We|Our|You|Your|This|The|It|They|These|That|Company|Website|Site|Service|Services|App|Application|Platform|Who|Which|Privacy|Data|Team|Developer|Publisher|Owner|Controller|Provider|Organization|Business)\b/;
