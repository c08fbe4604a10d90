import { lexicon } from '../data/lexicon.js';

/** Weight from which one place is proof by itself. */
export const PROOF = 3;

/** How much a phrase before a capital ("operated by", "controller is") speaks for the name after it; `before` stands before the phrase, `next` after the name. */
export function introductionWeight(phrase: string, next: string, before: string): number {
  if (
    /\bby(?: (?:the|a))?(?: (?:company|firm|association|charity|society|non-profit|organi[sz]ation|individual|sole trader|developer|studio))?$/.test(
      phrase,
    ) &&
    /(?:operated|provided|developed|owned|run|created|offered|maintained|published|made|built|edited|authored|managed|powered|supplied|administered|available)/.test(
      phrase,
    )
  ) {
    if (/powered/.test(phrase)) return 0;
    const own = OWN_SERVICE.test(before) && !SUPPLIED.test(before);
    const foreign = FOREIGN.test(before.slice(-90));
    return own && !foreign ? PROOF : 0;
  }
  if (/^(?:at|here at)$/.test(phrase))
    return before.trim() === '' && /^[,]? ?(?:we|your|our|us|privacy)\b/.test(next.trim().replace(/^,\s*/, '')) ? PROOF + 1 : 0;
  if (/(?:we|us|our|ours|company|me|i)\b.*(?:refers?|referring|means?|mean|stands|shall mean)/.test(phrase)) return PROOF + 1;
  if (/controller|responsible/.test(phrase)) return PROOF + 1;
  if (/^we (?:here )?at$/.test(phrase)) return PROOF;
  if (/^(?:i am|im|my name is)$/.test(phrase)) return /^(?:,? (?:and|a|an|the)\b|[.,(])/.test(next) ? PROOF : 0;
  if (/^(?:we|us) are$/.test(phrase)) return hasLegalFormAt(next) || /^[,.(]/.test(next) ? PROOF + 1 : 0;
  if (/collect at$/.test(phrase)) return PROOF;
  if (/^privacy/.test(phrase) && ELSEWHERE.test(before)) return 0;
  if (/^privacy/.test(phrase)) return /^['’]?s? (?:website|site|app|privacy|terms|api|services? to)\b/.test(next) ? 1 : 2;
  // "The practices that Acme follows": what one does oneself.
  if (
    /(?:practices|methods|methodologies|procedures|principles|standards|measures) (?:that|which|of|followed by|employed by|adopted by|used by)$/.test(
      phrase,
    )
  )
    return words.pattern('follows').find(next.trimStart())?.start === 0 ? 2 : 0;
  if (/(?:explains|describes|outlines|sets out|how|why|what|learn|policy)/.test(phrase))
    return words.pattern('follows').find(next.trimStart())?.start === 0 || /^ ?\(|^,? (?:and|its)/.test(next) ? 1.5 : 0;
  if (words.pattern('asked-by-name').test(phrase)) return words.pattern('asked-about').find(next.trimStart())?.start === 0 ? PROOF : 0;
  if (words.pattern('its-owner').test(phrase)) return PROOF;
  if (/^welcome to$/.test(phrase)) return 2;
  if (/copyright|©/.test(phrase)) return PROOF - 0.5;
  if (/^(?:products|services|websites|apps|applications|website|site|app|content) (?:offered|provided|operated|owned) by$/.test(phrase))
    return PROOF;
  return 0.4;
}

/** The subject of "is operated by": this site, our app. */
const OWN_SERVICE =
  /\b(?:this|our|the|these|its) (?:[^ ]{1,40} ){0,8}?(?:site|website|app|apps|application|service|services|platform|game|games|store|extension|software|products?|page|bot|project|portal|blog)\b(?:[^.;]|\.\w){0,90}$|^(?!our )[^,.;]{1,40}(?: \([^)]{1,40}\))? (?:is|are)(?: \w{1,20}){0,3} $/;
/** "Our practice software is provided by": what is bought, not what is offered. */
const SUPPLIED = /\bour (?:[a-z-]{3,20} ){1,3}(?:software|system|systems|hosting|platform|infrastructure|network)\b[^.;,]{0,40}$/;
const FOREIGN =
  /\b(?:analytics|advertis\w{0,12}|cookies?|third[- ]part\w{0,6}|payments?|plug-?ins?|buttons?|providers?|functions?|tools?|networks?|such as|those|features?|which is|jointly|material|link|links|choice)\b/;

/** "Further information can be found in the privacy policy of": whoever follows is somebody else. */
const ELSEWHERE = /\b(?:further|more|details?|see|found|read|refer|visit|according|consult|governed|accept|agree|subject)\b[^.;]{0,90}$/;

const hasLegalFormAt = (next: string): boolean => /^,? (?:inc|llc|ltd|gmbh|a |an )/.test(next);

const words = lexicon('controller');
