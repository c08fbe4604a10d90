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
export const LIST = set('ul ol menu dir table');
export const ITEM = set('li');
export const DEFINITION = set('dt dd');
export const DEFINITION_LIST = set('dl table');
export const TABLE = set('table');
export const ROW = set('tr td th');
export const CELL = set('td th');
export const ROW_TABLE = set('tr table');
export const SECTION_OR_ROW = set('tbody thead tfoot tr td th caption');
export const TABLE_PARTS = set('table tbody thead tfoot tr td th caption');
export const PARAGRAPH = set('p');
export const HEADING_OR_P = set('h1 h2 h3 h4 h5 h6 p');
export const CONTAINER = set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form header html li main menu nav ol section table tbody td tfoot th thead tr ul',
);
/** End tags that, inside a table, do not reach out of it. */
export const CELL_SAFE = set('p div span section article main form center li ul ol dl dt dd blockquote');
