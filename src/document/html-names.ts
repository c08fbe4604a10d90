/** Names of HTML elements by what they mean to a reader of text. */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const VOID = set('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr');
export const HIDDEN = set(
  'script style nav noscript template svg iframe object select textarea head title canvas audio video math noembed noframes datalist',
);
export const BLOCK = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead title tr ul script style noscript template svg iframe object',
);
export const KNOWN = set(
  'a abbr acronym address article aside b bdi bdo big blockquote body button center cite code dd del details dfn dialog div dl dt em fieldset figure font footer form h1 h2 h3 h4 h5 h6 header i ins kbd label li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var',
);
const LIST = set('ul ol menu dir table');
const ITEM = set('li');
const DEFINITION = set('dt dd');
const DEFINITION_LIST = set('dl table');
const TABLE = set('table');
const ROW = set('tr td th');
const CELL = set('td th');
const ROW_TABLE = set('tr table');
const SECTION_OR_ROW = set('tbody thead tfoot tr td th caption');
export const TABLE_PARTS = set('table tbody thead tfoot tr td th caption');
const PARAGRAPH = set('p');
const HEADING_OR_P = set('h1 h2 h3 h4 h5 h6 p');
const CONTAINER = set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form header html li main menu nav ol section table tbody td tfoot th thead tr ul',
);
/** End tags that, inside a table, do not reach out of it. */
export const CELL_SAFE = set('p div span section article main form center li ul ol dl dt dd blockquote');

/** What the start of an element ends of what is open inside the nearest enclosing element of `inside`; null for nothing. */
export function impliedEnds(name: string): { closes: ReadonlySet<string>; inside: ReadonlySet<string> } | null {
  switch (name) {
    case 'li':
      return { closes: ITEM, inside: LIST };
    case 'dt':
    case 'dd':
      return { closes: DEFINITION, inside: DEFINITION_LIST };
    case 'tr':
      return { closes: ROW, inside: TABLE };
    case 'td':
    case 'th':
      return { closes: CELL, inside: ROW_TABLE };
    case 'tbody':
    case 'thead':
    case 'tfoot':
      return { closes: SECTION_OR_ROW, inside: TABLE };
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { closes: HEADING_OR_P, inside: CONTAINER };
    default:
      return BLOCK.has(name) ? { closes: PARAGRAPH, inside: CONTAINER } : null;
  }
}
