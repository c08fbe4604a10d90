/** The script of the overview: fills, sorts, filters and pages the matrix. Text goes in as text, never as HTML. */
export const SCRIPT = `(() => {
'use strict';
const data = window.POLICYLINT || { rows: [], requirements: [] };
const order = data.requirements.map((name, i) => ({ name, i })).sort((a, b) => (a.name < b.name ? -1 : 1));
const SIZE = 50, WORD = { p: 'present', a: 'absent', n: 'not applicable' }, SIGN = { p: '\\u2713', a: '\\u2717', n: '\\u00b7' };
const $ = (id) => document.getElementById(id);
const state = { key: 'n', down: false, page: 0, shown: data.rows };
const columns = [['path', 'Policy'], ['e', 'Errors'], ['w', 'Warnings'], ['o', 'Notes'], ['c', 'Covered']];
const at = { n: 0, path: 1, lang: 2, e: 3, w: 4, o: 5, c: 6, s: 7 };
const value = (row, key) => (typeof key === 'number' ? row[at.s][key] || 'n' : row[at[key]]);
const make = (tag, text, name) => { const node = document.createElement(tag); if (text !== undefined) node.textContent = text; if (name) node.className = name; return node; };

function head() {
  const row = make('tr');
  const add = (key, label, name) => {
    const cell = make('th', undefined, name), button = make('button', label);
    cell.scope = 'col'; button.type = 'button';
    button.addEventListener('click', () => { state.down = state.key === key ? !state.down : typeof key !== 'number' && key !== 'path'; state.key = key; sort(); });
    cell.append(button); cell.dataset.key = key; row.append(cell);
  };
  for (const [key, label] of columns) add(key, label, key === 'path' ? '' : 'r');
  for (const { name, i } of order) add(i, name, 'r');
  $('head').replaceChildren(row);
}
function sort() {
  const { key, down } = state;
  state.shown.sort((a, b) => { const x = value(a, key), y = value(b, key); return (x < y ? -1 : x > y ? 1 : a[0] - b[0]) * (x === y ? 1 : down ? -1 : 1); });
  for (const cell of $('head').querySelectorAll('th')) {
    if (cell.dataset.key === String(key)) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending'); else cell.removeAttribute('aria-sort');
  }
  state.page = 0; draw();
}
function filter() {
  const text = $('search').value.trim().toLowerCase(), missing = $('missing').value, level = $('level').value;
  state.shown = data.rows.filter((row) => (!text || row[1].toLowerCase().includes(text)) && (missing === '' || row[at.s][Number(missing)] === 'a') && (!level || row[at[level]] > 0));
  sort();
}
function draw() {
  const from = state.page * SIZE, rows = state.shown.slice(from, from + SIZE);
  $('body').replaceChildren(...rows.map((row) => {
    const line = make('tr'), first = make('th'), link = make('a', row[1]);
    first.scope = 'row'; link.href = 'pages/' + String(row[0]).padStart(6, '0') + '.html'; first.append(link); line.append(first);
    for (const key of ['e', 'w', 'o']) line.append(make('td', String(row[at[key]])));
    line.append(make('td', row[at.c] < 0 ? '\\u2013' : row[at.c] + ' %'));
    for (const { i } of order) {
      const status = row[at.s][i] || 'n', cell = make('td', undefined, status), sign = make('span', SIGN[status]);
      sign.setAttribute('aria-hidden', 'true'); cell.append(sign, make('span', WORD[status], 'vh')); line.append(cell);
    }
    return line;
  }));
  const pages = Math.max(1, Math.ceil(state.shown.length / SIZE));
  $('count').textContent = state.shown.length === 0 ? 'No policy matches.' : (from + 1) + '\\u2013' + (from + rows.length) + ' of ' + state.shown.length + ' policies';
  $('before').disabled = state.page === 0; $('after').disabled = state.page >= pages - 1;
}
for (const { name, i } of order) { const option = make('option', name); option.value = String(i); $('missing').append(option); }
for (const id of ['search', 'missing', 'level']) $(id).addEventListener('input', filter);
$('before').addEventListener('click', () => { state.page--; draw(); });
$('after').addEventListener('click', () => { state.page++; draw(); });
$('matrix-tools').hidden = false;
state.shown = [...data.rows];
head(); sort();
})();
`;
